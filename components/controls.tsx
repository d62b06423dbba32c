/** Buttons, fields, check boxes and tags: react-aria's behaviour, our look. */

import { Check } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { Button as AriaButton, Checkbox as AriaCheckbox, FieldError, Input, Label, Radio, Text, TextField } from "react-aria-components";
import { present } from "../src/domain/present.ts";

type ButtonLook = "primary" | "quiet" | "danger" | "link" | "icon" | "line";

export function Button({
  look = "quiet",
  className = "",
  ...props
}: Omit<ComponentProps<typeof AriaButton>, "className"> & { look?: ButtonLook; className?: string }) {
  return <AriaButton {...props} className={`button button-${look} ${className}`} />;
}

interface RowButtonProps {
  readonly "aria-label": string;
  readonly onPress: () => void;
  /** Not reached by Tab: the arrows of its list lead there. */
  readonly excluded?: boolean;
  readonly children: ReactNode;
}

/** A small button at the end of a line: the browser's own, since lists have hundreds. A press does not reach what surrounds it. */
export function RowButton({ onPress, excluded = false, children, ...props }: RowButtonProps) {
  return (
    <button
      type="button"
      className="button button-icon button-row"
      tabIndex={excluded ? -1 : 0}
      onKeyDown={(event) => (event.key === "Enter" || event.key === " ") && event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
      {...props}
    >
      {children}
    </button>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly type?: "text" | "email" | "tel" | "url" | "password";
  readonly inputMode?: "numeric" | "decimal" | "text";
  readonly autoFocus?: boolean;
  readonly required?: boolean;
}

export function Field({ label, value, onChange, hint, error, type = "text", inputMode, autoFocus = false, required = false }: FieldProps) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      type={type}
      isInvalid={error !== undefined}
      autoFocus={autoFocus}
      isRequired={required}
      validationBehavior="aria"
      autoComplete="off"
    >
      <Label>{label}</Label>
      <Input {...present({ inputMode })} spellCheck={false} />
      {hint !== undefined && error === undefined && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      <FieldError className="error">{error}</FieldError>
    </TextField>
  );
}

interface CheckboxProps {
  readonly label: string;
  readonly selected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly disabled?: boolean;
  /** Not reached by Tab: the arrows of its list lead there. */
  readonly excluded?: boolean;
  readonly children?: ReactNode;
}

/** A check box whose visible content may be richer than its name. */
export function Checkbox({ label, selected, onChange, disabled = false, excluded = false, children }: CheckboxProps) {
  return (
    <AriaCheckbox
      className="checkbox"
      isSelected={selected}
      isDisabled={disabled}
      onChange={onChange}
      aria-label={label}
      excludeFromTabOrder={excluded}
    >
      <span className="box" aria-hidden="true">
        <Check size={13} strokeWidth={3.2} />
      </span>
      {children}
    </AriaCheckbox>
  );
}

export type Tone = "plain" | "ok" | "warn" | "bad" | "accent";

/** One answer among others, in a `RadioGroup`. */
export function Choice({ value, children }: { readonly value: string; readonly children: ReactNode }) {
  return (
    <Radio value={value} className="radio">
      <span className="dot" aria-hidden="true" />
      {children}
    </Radio>
  );
}

export function Tag({ tone = "plain", icon, children }: { readonly tone?: Tone; readonly icon?: ReactNode; readonly children: ReactNode }) {
  return (
    <span className={`tag tag-${tone}`}>
      {icon}
      {children}
    </span>
  );
}
