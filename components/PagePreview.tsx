/** The document itself, beside what is asked about it. */
import { useEffect, useState } from "react";
import type { FileType } from "../src/domain/files.ts";
import { useWords } from "./words.tsx";

interface PagePreviewProps {
  readonly title: string;
  readonly type: FileType;
  /** From 1: the page to open on. */
  readonly page: number;
  /** Answers the document's bytes; `null` when they cannot be had. */
  readonly load: () => Promise<Blob | null>;
}

/**
 * A PDF is shown by the browser's own viewer: it draws every kind of scan, also those (JBIG2, fax) that the reader of text cannot.
 * Its address is a blob of this page, of a type told from the bytes: nothing of it runs here.
 */
export function PagePreview({ title, type, page, load }: PagePreviewProps) {
  const { m } = useWords();
  const [url, setUrl] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the document of a row never changes, `load` is new at each drawing
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    void load().then((blob) => {
      if (gone || blob === null) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      gone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, []);
  if (url === null) return <div className="preview" />;
  return type === "application/pdf" ? (
    <iframe className="preview" key={page} src={`${url}#page=${page}&toolbar=1&navpanes=0&view=FitH`} title={m.coffre.page(title)} />
  ) : (
    <img className="preview-photo" src={url} alt={m.coffre.page(title)} />
  );
}
