/** A list walked with the arrows: one of its lines is reached by Tab, the keys lead to the others. */
import { type FocusEvent, type KeyboardEvent, useState } from "react";
import { activeAfter } from "./active-line.ts";

/** The first match in a line receives its focus. */
const MAIN = "input, button";
/** Keys that belong to what is being typed or chosen there. */
const OWN_KEYS = "input:not([type=checkbox]), textarea, select";

export interface Arrows {
  /** Lines that Tab does not reach. */
  readonly isSkipped: (index: number) => boolean;
  readonly list: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  };
}

/** @param isBare tells the lines where nothing takes the focus: neither Tab nor the arrows stop there */
export function useArrows(count: number, isBare: (index: number) => boolean = () => false): Arrows {
  const [current, setCurrent] = useState(0);
  const reached = Array.from({ length: count }, (_, index) => index).filter((index) => !isBare(index));
  const active = reached.find((index) => index >= current) ?? reached.at(-1);
  const indexOf = (list: HTMLElement, target: EventTarget) =>
    [...list.children].findIndex((line) => target instanceof Node && line.contains(target));
  return {
    isSkipped: (index) => index !== active,
    list: {
      onFocus: ({ currentTarget, target }) => {
        const index = indexOf(currentTarget, target);
        if (index !== -1) setCurrent(index);
      },
      onKeyDown: (event) => {
        const { currentTarget, target, key } = event;
        if (target instanceof Element && target.matches(OWN_KEYS)) return;
        const next = activeAfter(key, reached.indexOf(indexOf(currentTarget, target)), reached.length);
        const line = next === null ? undefined : currentTarget.children[reached[next] ?? 0];
        if (line === undefined) return;
        event.preventDefault();
        line.querySelector<HTMLElement>(MAIN)?.focus();
      },
    },
  };
}
