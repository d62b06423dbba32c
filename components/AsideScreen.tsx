import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./controls.tsx";

interface AsideScreenProps {
  readonly words: { readonly back: string; readonly heading: string; readonly intro: string };
  /** Shown between the heading and the failure. */
  readonly about?: ReactNode;
  /** What went wrong with the last answer, said aloud; `false` while nothing did. */
  readonly failure: string | false;
  readonly className?: string;
  readonly children: ReactNode;
  readonly onBack: () => void;
}

/** A screen of questions in place of the dossier's, with a way back at its top and at its foot. */
export function AsideScreen({ words, about, failure, className, children, onBack }: AsideScreenProps) {
  return (
    <div className={["dume", className].filter(Boolean).join(" ")}>
      <Button look="link" onPress={onBack}>
        <ArrowLeft size={14} />
        {words.back}
      </Button>
      <h2>{words.heading}</h2>
      <p>{words.intro}</p>
      {about}
      <p role="alert" className="said tone-bad">
        {failure}
      </p>
      {children}
      <Button look="primary" onPress={onBack}>
        {words.back}
      </Button>
    </div>
  );
}
