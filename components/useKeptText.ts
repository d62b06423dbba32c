/** What was typed, remembered until the page is closed. */
import { useEffect, useState } from "react";

/** Where a page keeps what must outlive its reload. */
export type PageMemory = Pick<Storage, "getItem" | "setItem">;

export function useKeptText(memory: PageMemory, name: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => memory.getItem(name) ?? "");
  useEffect(() => memory.setItem(name, text), [memory, name, text]);
  return [text, setText];
}
