/** The forms of the page's consultation over this browser: what the person chose and answered, read again with each situation, and their making. */
import { useEffect, useState } from "react";
import browser from "webextension-polyfill";
import type { CandidacyActions, CandidacyView } from "../../components/CandidacyForms.tsx";
import type { DumeActions } from "../../components/DumeQuestions.tsx";
import type { PacketActions } from "../../components/GroupPackets.tsx";
import type { MeansActions } from "../../components/MeansScreen.tsx";
import { useWatched } from "../../components/useWatched.ts";
import { type Bid, type MadeForms, NO_BID } from "../../src/domain/bid.ts";
import type { PastGrounds } from "../../src/domain/grounds.ts";
import { chosenMeans, type Means, type MeansChoice, NO_CHOICE, NO_MEANS } from "../../src/domain/means.ts";
import type { KeptPackets } from "../../src/domain/packet.ts";
import { withMadeForms } from "../../src/dossier/made-forms.ts";
import { taskForPacket, withMemberPieces } from "../../src/dossier/packets.ts";
import { createAnswering } from "../../src/maker/answering.ts";
import { bringer } from "../../src/maker/bring.ts";
import { createFormsMaking } from "../../src/maker/forms-making.ts";
import { drawFormsInWorker, readRequestInWorker } from "../../src/maker/maker.ts";
import { saveFile, showFile } from "../../src/maker/save.ts";
import { send } from "../../src/messages/bus-screen.ts";
import type { Situation } from "../../src/messages/situation.ts";
import { cellsOf, storeOf } from "../../src/store/cells.ts";
import { madeShelf } from "../../src/store/made-shelf.ts";
import { openShelf } from "../../src/store/shelf.ts";

const shelf = madeShelf(openShelf(cellsOf(storeOf(browser.storage.session))));
const bring = bringer(browser.storage.session);
const now = () => new Date();

interface FormsHere {
  readonly view: CandidacyView;
  readonly actions: CandidacyActions & DumeActions & { readonly means: MeansActions };
}

interface Known {
  readonly bid: Bid;
  readonly forms: MadeForms | null;
  readonly packets: KeptPackets | null;
  readonly past: PastGrounds | null;
  readonly means: MeansChoice;
  readonly kept: Means | null;
}

export function useForms(tabId: number | null, situation: Situation): FormsHere {
  const { work } = situation;
  const [known, setKnown] = useState<Known>({ bid: NO_BID, forms: null, packets: null, past: null, means: NO_CHOICE, kept: null });
  const { making, answering } = useMakers(tabId, work, (forms) => setKnown((before) => ({ ...before, forms })));
  const made = useWatched(making);
  const { answers, refused, unkept } = useWatched(answering);
  // The situation is a new one after each change of what the background keeps.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again with each new situation
  useEffect(() => {
    if (work === null) return;
    void send("readForms", { work }).then(({ dume, ...rest }) => {
      setKnown(rest);
      answering.load(dume);
    });
  }, [situation, work, answering]);

  const { bid, forms, packets, past, means, kept } = known;
  return {
    view: { bid, forms, packets, past, means: { chosen: means, kept }, answers, refused, unkept, making: made.making, ended: made.ended },
    actions: {
      chooseBid: (bid) => {
        setKnown((before) => ({ ...before, bid, forms: null }));
        if (work !== null) void send("chooseBid", { work, bid });
      },
      fillLists: (cells) => fillLists(tabId, cells),
      ...packetActions(tabId, situation, known, setKnown),
      lookUp: async (party) => (work === null ? { problem: "unreachable" } : send("lookUpParty", { work, siret: party })),
      make: (kinds, picked) =>
        void making.make(situation, {
          kinds,
          picked: picked && piecesOf(situation, known, picked),
          bid,
          dume: answers,
          forms,
          means: chosenMeans(kept ?? NO_MEANS, means),
        }),
      look: (form) => void making.look(form),
      save: (form) => void making.download(form),
      answer: answering.answer,
      tell: answering.tell,
      say: answering.say,
      importRequest: (file) => void answering.importRequest(file),
      removeRequest: answering.removeRequest,
      means: meansActions(tabId, work, setKnown),
    },
  };
}

/** What makes the forms and what keeps the answers, for as long as the page is open. */
function useMakers(tabId: number | null, work: string | null, onMade: (forms: MadeForms) => void) {
  const [making] = useState(() =>
    createFormsMaking({
      tabId,
      draw: drawFormsInWorker,
      shelf,
      bring: (id) => bring(tabId, id),
      keep: async (forms) => {
        await send("keepForms", forms);
        onMade(forms);
      },
      save: saveFile,
      show: showFile,
      now,
    }),
  );
  const [answering] = useState(() =>
    createAnswering({
      keep: async (answers) => {
        if (work !== null) await send("answerDume", { work, answers });
      },
      readRequest: readRequestInWorker,
      shelf,
      now,
    }),
  );
  return { making, answering };
}

/** The documents named, with the forms made and what the members of the group gave. */
function piecesOf({ dossier }: Situation, { forms, packets }: Known, ids: readonly string[]) {
  const { pieces } = dossier === null ? { pieces: [] } : withMemberPieces(withMadeForms(dossier, forms), packets);
  return ids.flatMap((id) => pieces.find((piece) => piece.id === id) ?? []);
}

const fillLists = async (tabId: number | null, cells: Parameters<CandidacyActions["fillLists"]>[0]) =>
  tabId === null ? { filled: 0, left: 0, gone: true } : send("fillLists", { tabId, cells });

function packetActions(
  tabId: number | null,
  situation: Situation,
  known: Known,
  setKnown: (change: (before: Known) => Known) => void,
): PacketActions {
  const { bid, forms, packets } = known;
  const { work } = situation;
  return {
    pack: async (picked, passphrase) => {
      const { packFor } = await import("../../src/maker/packing.ts");
      const dossier = situation.dossier === null ? null : withMadeForms(situation.dossier, forms);
      const packed = await packFor(
        { ...situation, dossier },
        { picked, task: taskForPacket(bid), passphrase },
        { bring: (id) => bring(tabId, id), now },
      );
      if ("problem" in packed) return packed.problem;
      saveFile(packed.file, packed.fileName);
      return null;
    },
    takePacket: async (file, passphrase) => {
      const { takePacket } = await import("../../src/maker/packing.ts");
      const taken = await takePacket(file, passphrase, { situation, tabId, bid, packets }, { shelf, now });
      if ("problem" in taken) return taken.problem;
      setKnown((before) => ({ ...before, bid: taken.bid, packets: taken.packets, forms: null }));
      if (work !== null) await send("chooseBid", { work, bid: taken.bid });
      await send("keepPackets", taken.packets);
      return null;
    },
  };
}

function meansActions(tabId: number | null, work: string | null, setKnown: (change: (before: Known) => Known) => void): MeansActions {
  return {
    fillLists: (cells) => fillLists(tabId, cells),
    choose: (chosen) => {
      setKnown((before) => ({ ...before, means: chosen, forms: withoutMeans(before.forms) }));
      if (work !== null) void send("chooseMeans", { work, means: chosen });
    },
    change: async (change) => {
      if (work === null) return false;
      const { kept: changed } = await send("changeMeans", { work, change }).catch(() => ({ kept: null }));
      if (changed !== null) setKnown((before) => ({ ...before, kept: changed, forms: withoutMeans(before.forms) }));
      return changed !== null;
    },
  };
}

/** A DC1 shows no means, so it stays up to date. */
function withoutMeans(forms: MadeForms | null): MadeForms | null {
  const files = forms?.files.filter(({ kind }) => kind === "dc1") ?? [];
  return forms === null || files.length === 0 ? null : { ...forms, files };
}
