/**
 * Draws lucide's icons with one element and no computing: the library builds its attributes again for each icon at each drawing, which was a quarter
 * of the time that a screen of hundreds of lines took. The build puts this in the place of the library's own `createLucideIcon`.
 */
import { createElement, type ReactElement, type SVGProps } from "react";

export interface IconData {
  readonly name: string;
  readonly node: readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];
}

interface IconProps extends SVGProps<SVGSVGElement> {
  readonly size?: number;
}

/** Hidden from screen readers, unless it has a name. */
const HIDDEN = "true";

/** The component of an icon, as the library's: a square of `size`, in the colour of the text. */
export function createIcon({ name, node }: IconData): (props: IconProps) => ReactElement {
  const drawing = node.map(([tag, attributes]) => createElement(tag, attributes));
  const own = `lucide lucide-${name}`;
  return ({ size = 24, className = "", ...props }) =>
    createElement(
      "svg",
      {
        xmlns: "http://www.w3.org/2000/svg",
        width: size,
        height: size,
        viewBox: "0 0 24 24",
        fill: "none",
        stroke: "currentColor",
        strokeWidth: 2,
        strokeLinecap: "round",
        strokeLinejoin: "round",
        className: className === "" ? own : `${own} ${className}`,
        "aria-hidden": props["aria-label"] === undefined && props.role === undefined ? HIDDEN : undefined,
        ...props,
      },
      drawing,
    );
}
