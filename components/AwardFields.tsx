/** What the small forms of an award share: a day that is typed, and the two ways out. */
import type { ComponentProps } from "react";
import { Button, Field } from "./controls.tsx";
import { useWords } from "./words.tsx";

/** A day, typed as "15/12/2026". */
export function DayField(props: Omit<ComponentProps<typeof Field>, "hint" | "inputMode">) {
  const { m } = useWords();
  return <Field {...props} hint={m.consultations.award.dayHint} inputMode="numeric" />;
}

export function KeepOrCancel({ onCancel }: { readonly onCancel: () => void }) {
  const { m } = useWords();
  const words = m.consultations.award;
  return (
    <div className="ways">
      <Button type="submit">{words.keep}</Button>
      <Button look="link" onPress={onCancel}>
        {words.cancel}
      </Button>
    </div>
  );
}
