/** What was typed, remembered until the page is closed. */
import { useEffect, useState } from "react";

export function useKeptText(name: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => sessionStorage.getItem(name) ?? "");
  useEffect(() => sessionStorage.setItem(name, text), [name, text]);
  return [text, setText];
}
