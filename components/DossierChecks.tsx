/** What was looked at before the deposit, each with its state in words and a sign, and where a limit was read. */
import { CircleCheck, CircleHelp, CircleX, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { formatDay } from "../src/domain/time.ts";
import { type Check, type UploadRate, verdictOf } from "../src/dossier/preflight.ts";
import { formatDuration, formatMoment, formatRate, formatSize } from "../src/i18n/format.ts";
import type { Tone } from "./controls.tsx";
import { LawNote } from "./LawNote.tsx";
import { useWords, type Words } from "./words.tsx";

const LOOKS: Record<Check["level"], { readonly icon: LucideIcon; readonly tone: Tone }> = {
  ok: { icon: CircleCheck, tone: "ok" },
  warn: { icon: TriangleAlert, tone: "warn" },
  bad: { icon: CircleX, tone: "bad" },
  unknown: { icon: CircleHelp, tone: "plain" },
};

interface DossierChecksProps {
  readonly checks: readonly Check[];
  /** The rate that the estimate of the upload uses. */
  readonly rate: UploadRate;
  readonly now: Date;
  /** Where the rate is typed or measured. */
  readonly children: ReactNode;
}

export function DossierChecks({ checks, rate, now, children }: DossierChecksProps) {
  const { m } = useWords();
  return (
    <section className="section">
      <h2 className="section-title">{m.dossier.check}</h2>
      {checks.length === 0 ? <p className="about">{m.dossier.checkNothing}</p> : <Verdict checks={checks} rate={rate} now={now} />}
      {checks.length > 0 && children}
      <LawNote says={(law) => law.lastBid} />
      <LawNote says={(law) => law.rescueCopy} />
      <p className="about">{m.dossier.never}</p>
    </section>
  );
}

/** One verdict first; the checks that speak against it stand below, the others are folded. */
function Verdict({ checks, rate, now }: Pick<DossierChecksProps, "checks" | "rate" | "now">) {
  const { m } = useWords();
  const { level, against, others } = verdictOf(checks);
  const { icon: Icon, tone } = LOOKS[level];
  const words = m.dossier.verdicts;
  const unknown = others.filter((check) => check.level === "unknown").length;
  const rows = (shown: readonly Check[]) => (
    <ul className="rows">
      {shown.map((check) => (
        <CheckRow key={"fileName" in check ? `${check.about} ${check.fileName}` : check.about} check={check} rate={rate} now={now} />
      ))}
    </ul>
  );
  return (
    <>
      <div className={`card verdict card-${tone}`} data-verdict={level} role="status">
        <h3>
          <Icon size={18} aria-hidden="true" />
          {words[level](against.length)}
        </h3>
        {level !== "unknown" && unknown > 0 && <p className="about">{words.unsure(unknown)}</p>}
      </div>
      {against.length > 0 && rows(against)}
      {others.length > 0 && (
        <details className="all-checks">
          <summary>{words.all(others.length)}</summary>
          {rows(others)}
        </details>
      )}
    </>
  );
}

function CheckRow({ check, rate, now }: { readonly check: Check; readonly rate: UploadRate; readonly now: Date }) {
  const words = useWords();
  const { m } = words;
  const { icon: Icon, tone } = LOOKS[check.level];
  const { source } = check;
  return (
    <li className="row check" data-check={check.about} data-level={check.level}>
      <Icon size={16} className={`tone-${tone}`} aria-hidden="true" />
      <div>
        <p>{textOf(check, rate, now, words)}</p>
        {source !== undefined && (
          <p className="about">
            {m.dossier.checks.source(source.source, formatDay(source.readOn))}
            {source.confidence !== "high" && ` (${m.dossier.checks.told})`}
          </p>
        )}
      </div>
    </li>
  );
}

/** Long on purpose: one case for each check. */
function textOf(check: Check, rate: UploadRate, now: Date, { m, language }: Words): string {
  const words = m.dossier.checks;
  const size = (bytes: number) => formatSize(bytes, language, m);
  const pace = words.rates[rate.from](formatRate(rate.bits, language));
  switch (check.about) {
    case "opening":
      return words.opening(check.left);
    case "sound":
      return check.entries > 0 ? words.soundZip(check.entries) : words.soundPdf(check.files, check.pages);
    case "unsound":
      return words.unsound[check.why](check.fileName);
    case "total":
      if (check.limit === null) return words.totalUnknown(size(check.bytes));
      return (check.level === "bad" ? words.totalExceeded : words.total)(size(check.bytes), size(check.limit));
    case "file":
      if (check.limit === null) return words.fileUnknown(size(check.bytes));
      if (check.level === "bad") return words.fileExceeded(check.fileName, size(check.bytes), size(check.limit));
      return words.file(size(check.bytes), size(check.limit));
    case "extension":
      return words.extension(check.fileName, check.taken.join(", "));
    case "nameLength":
      return words.nameLength(check.fileName, check.length, check.limit);
    case "names":
      return (check.known ? words.names : words.namesUnknown)(check.longest);
    case "upload":
      return words.upload(formatDuration(check.seconds, m), pace);
    case "tight":
      return words.tight(formatDuration(check.seconds, m), pace, formatDuration(check.left, m));
    case "late":
      return words.late(formatDuration(check.seconds, m), pace, formatDuration(check.left, m));
    case "emptyPlace":
      return words.emptyPlace(check.fileName);
    case "askedMissing":
      return words.askedMissing(check.kinds.map((kind) => m.labels.piece(kind)).join(", "));
    case "askedOutside":
      return words.askedOutside(check.kinds.map((kind) => m.labels.piece(kind)).join(", "));
    case "askedDead":
      return words.askedDead(m.labels.piece(check.kind), check.until && formatDay(check.until));
    case "leftOut":
      return words.leftOut(check.fileName);
    case "dead":
      return words.dead(check.fileName, formatDay(check.until));
    case "deadAtAward":
      return words.deadAtAward(check.titles.join(", "));
    case "otherPieces":
      return words.otherPieces;
    case "whole":
      return check.before === null ? words.whole : words.wholeAgain(formatMoment(check.before, now, language));
    case "over":
      return words.over;
    case "noDeadline":
      return words.noDeadline;
  }
}
