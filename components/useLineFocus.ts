/** The focus stays with its line when answers take that line from one list to another. */
import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from "react";
import { isFocusNowhere } from "./focus.ts";

export interface LineFocus {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
}

/** For what stands around lists whose lines are named by `data-line`. */
export function useLineFocus(): LineFocus {
  const ref = useRef<HTMLDivElement>(null);
  const last = useRef<{ readonly line: string; readonly what: string } | null>(null);
  useLayoutEffect(() => {
    if (last.current === null || !isFocusNowhere()) return;
    const { line, what } = last.current;
    const moved = ref.current?.querySelector(`[data-line="${CSS.escape(line)}"]`);
    (moved?.querySelector<HTMLElement>(what) ?? moved?.querySelector<HTMLElement>("button"))?.focus();
  });
  return {
    ref,
    onFocus: ({ target }) => {
      const line = target.closest<HTMLElement>("[data-line]")?.dataset["line"];
      const isTyping = target.matches("input:not([type=checkbox])");
      last.current = line === undefined ? null : { line, what: isTyping ? ".details input" : target.matches("input") ? "input" : "button" };
    },
    // A line that is taken away with the focus says nothing of it.
    onBlur: () => {
      last.current = null;
    },
  };
}
