/** One question and its answers, one of which is chosen. */
import type { ReactNode } from "react";
import { RadioGroup } from "react-aria-components";
import "./Ask.css";
import { Choice } from "./controls.tsx";

interface AskProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly all: readonly Value[];
  readonly names: Readonly<Record<Value, string>>;
  readonly disabled?: boolean;
  readonly onChoose: (value: Value) => void;
  /** Shown beside the answers. */
  readonly children?: ReactNode;
}

/** One question, its answers side by side; none is chosen until the person does. */
export function Ask<Value extends string>({ label, value, all, names, disabled = false, onChoose, children }: AskProps<Value>) {
  return (
    <div className="ask">
      <p className="ask-label">{label}</p>
      <div className="ask-row">
        <RadioGroup
          className="ask-choices"
          aria-label={label}
          value={value ?? null}
          isDisabled={disabled}
          onChange={(chosen) => {
            const known = all.find((one) => one === chosen);
            if (known !== undefined) onChoose(known);
          }}
        >
          {all.map((one) => (
            <Choice key={one} value={one}>
              <span>{names[one]}</span>
            </Choice>
          ))}
        </RadioGroup>
        {children}
      </div>
    </div>
  );
}
