/** What was prepared: its files to download, and what must be known of the documents in it, or left out of it. */
import { Download, FileArchive, FileText, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { isAttention, type PreparedDossier, type PreparedFile, type PreparedRemark } from "../src/domain/prepared.ts";
import { formatDay } from "../src/domain/time.ts";
import { formatMoment, formatSize } from "../src/i18n/format.ts";
import type { Messages } from "../src/i18n/fr.ts";
import { Button } from "./controls.tsx";
import { whyLeftOut } from "./left-out.ts";
import { useWords } from "./words.tsx";

interface DossierMadeProps {
  readonly prepared: PreparedDossier;
  readonly now: Date;
  readonly onDownload: (file: PreparedFile) => void;
  /** Why the coffre did not keep it, when it did not; `null` while that is not settled. */
  readonly keptNot: keyof Messages["dossier"]["keptNot"] | null;
  /** What can be done with it next. */
  readonly children: ReactNode;
}

export function DossierMade({ prepared, now, onDownload, keptNot, children }: DossierMadeProps) {
  const { m, language } = useWords();
  const { files, remarks, form } = prepared;
  return (
    <section className="section">
      <h2 className="section-title">{m.dossier.made}</h2>
      {files.length > 0 && (
        <>
          <ul className="rows">
            {files.map((file) => (
              <FileRow key={file.key} file={file} onDownload={onDownload} />
            ))}
          </ul>
          {children}
          <p className="about">
            {m.dossier.madeAt(formatMoment(prepared.at, now, language))}{" "}
            {prepared.until !== undefined && m.dossier.keptUntil(formatDay(prepared.until))}
            {prepared.until === undefined && keptNot !== null && m.dossier.keptNot[keptNot]}
          </p>
        </>
      )}
      <Remarks title={form === "zip" ? m.dossier.leftOutZip : m.dossier.leftOutTitle} tone="bad" remarks={remarks.filter(isLeftOut)} />
      <Remarks title={m.dossier.attention} tone="warn" remarks={remarks.filter((remark) => !isLeftOut(remark))} />
    </section>
  );
}

function FileRow({ file, onDownload }: { readonly file: PreparedFile; readonly onDownload: DossierMadeProps["onDownload"] }) {
  const { m, language } = useWords();
  const Icon = file.mediaType === "application/zip" ? FileArchive : FileText;
  return (
    <li className="row made-file" data-made={file.fileName}>
      <Icon size={16} className="tone-ok" aria-hidden="true" />
      <div>
        <p className="title">{file.fileName}</p>
        <p className="about">
          {m.dossier.file(file.pages, formatSize(file.size, language, m))}
          {file.oversize && <span className="tone-warn"> · {m.dossier.oversize}</span>}
        </p>
      </div>
      <Button aria-label={m.dossier.download(file.fileName)} onPress={() => onDownload(file)}>
        <Download size={15} />
        {m.dossier.downloadShort}
      </Button>
    </li>
  );
}

interface RemarksProps {
  readonly title: string;
  readonly tone: "warn" | "bad";
  readonly remarks: readonly PreparedRemark[];
}

function Remarks({ title, tone, remarks }: RemarksProps) {
  const { m } = useWords();
  if (remarks.length === 0) return null;
  return (
    <div className={`card card-${tone} remarks`}>
      <h3>
        <TriangleAlert size={15} aria-hidden="true" />
        {title}
      </h3>
      <ul>
        {remarks.map((remark) => (
          <li key={`${remark.title} ${remark.about}`}>{m.dossier.remark(remark.title, textOf(remark, m))}</li>
        ))}
      </ul>
    </div>
  );
}

function isLeftOut({ about }: PreparedRemark): boolean {
  return !isAttention(about);
}

function textOf({ about }: PreparedRemark, m: Messages): string {
  return isAttention(about) ? m.dossier.attentions[about] : whyLeftOut(about, m);
}
