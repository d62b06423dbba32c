/** The sealed packets of a group: a member makes its own, the mandataire takes in those of the others. */
import { PackageOpen, PackagePlus } from "lucide-react";
import { useState } from "react";
import type { Bid } from "../src/domain/bid.ts";
import type { KeptPackets, PacketProblem } from "../src/domain/packet.ts";
import { formatSiret } from "../src/domain/siret.ts";
import { formatDay, parisDay } from "../src/domain/time.ts";
import { packetsByMember } from "../src/dossier/packets.ts";
import { packetWordsFor } from "../src/i18n/packets.ts";
import { Button } from "./controls.tsx";
import { NewPassphrase } from "./NewPassphrase.tsx";
import { SealedFile } from "./SealedFile.tsx";
import { useWords } from "./words.tsx";

export interface PacketActions {
  /** Makes the packet of these pieces and saves it. @returns why not; `null` when it is done */
  readonly pack: (picked: readonly string[], passphrase: string) => Promise<PacketProblem | null>;
  /** Takes in the packet of another member. */
  readonly takePacket: (file: File, passphrase: string) => Promise<PacketProblem | null>;
}

interface GroupPacketsProps {
  readonly bid: Bid;
  readonly packets: KeptPackets | null;
  /** Public facts of the company: a passphrase may not be made of them. */
  readonly known: readonly string[];
  /** Ids of the documents that are picked, in their order. */
  readonly picked: readonly string[];
  readonly actions: PacketActions;
}

type Said = PacketProblem | "packed" | "taken" | "failed" | null;

/** Shows nothing for a company that bids alone. */
export function GroupPackets({ bid, packets, known, picked, actions }: GroupPacketsProps) {
  const words = packetWordsFor(useWords().language);
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>(null);
  if (bid.role !== "lead" && bid.role !== "member") return null;
  const role = bid.role;

  async function during(work: () => Promise<PacketProblem | null>, done: "packed" | "taken"): Promise<void> {
    setBusy(true);
    setSaid(null);
    const problem = await work().catch(() => "failed" as const);
    setSaid(problem ?? done);
    if (problem === null) setOpen(false);
    setBusy(false);
  }

  return (
    <section className="card packets" data-packets>
      <h3 className="section-title">{words.heading}</h3>
      <p className="about">{words.intro[role]}</p>
      {role === "lead" && <Received packets={packets} bid={bid} />}
      {!open && (
        <Button onPress={() => setOpen(true)}>
          {role === "lead" ? <PackageOpen size={15} /> : <PackagePlus size={15} />}
          {words.open[role]}
        </Button>
      )}
      {open && role === "member" && (
        <NewPassphrase
          intro={words.passphrase}
          action={words.pack(picked.length)}
          {...{ known, busy }}
          onGive={(passphrase) => during(() => actions.pack(picked, passphrase), "packed")}
        />
      )}
      {open && role === "lead" && (
        <SealedFile
          choose={words.choose}
          itsPassphrase={words.itsPassphrase}
          open={words.take}
          busy={busy}
          onGive={(file, passphrase) => during(() => actions.takePacket(file, passphrase), "taken")}
        />
      )}
      <p role="status" className={`said ${typeof said === "object" || said === "failed" ? "tone-bad" : "tone-ok"}`}>
        {busy ? words.busy : said === null ? "" : typeof said === "object" ? words.problems[said.code](said.detail) : words.ends[said]}
      </p>
    </section>
  );
}

function Received({ packets, bid }: Pick<GroupPacketsProps, "packets" | "bid">) {
  const words = packetWordsFor(useWords().language);
  const received = packetsByMember(packets);
  const waited = bid.others.filter(({ siret }) => received.every((one) => one.siret !== siret));
  return (
    <ul className="rows">
      {received.map(({ siret, name, madeAt, count, hasDume }) => (
        <li key={siret} className="row">
          <div>
            <p className="title">
              {name} <span className="about">{formatSiret(siret)}</span>
            </p>
            <p className="about tone-ok">{words.received(count, formatDay(parisDay(new Date(madeAt))))}</p>
            {!hasDume && <p className="about tone-warn">{words.noDume}</p>}
          </div>
        </li>
      ))}
      {waited.map(({ siret, name, known }) => (
        <li key={siret} className="row">
          <div>
            <p className="title">
              {known?.facts.raisonSociale ?? name} <span className="about">{formatSiret(siret)}</span>
            </p>
            <p className="about tone-warn">{words.waited}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
