/** The one main action of the moment, always at the same place, with the way back beside it. */
import { LoaderCircle, Paperclip, PenLine, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button, type Tone } from "./controls.tsx";
import "./ActionBar.css";
import { useWords } from "./words.tsx";

export type Busy = "fill" | "undo" | "attach" | null;
export interface Said {
  readonly tone: Tone;
  readonly text: string;
}

export interface ActionBarProps {
  readonly ready: number;
  readonly attachable: number;
  /** What goes where the whole candidature is taken: one file made now, or what was prepared. `null` where no place takes it. */
  readonly whole: "pdf" | "zip" | "prepared" | null;
  /** Something stands in the way: nothing is urged. */
  readonly blocked: boolean;
  readonly undoable: boolean;
  readonly busy: Busy;
  readonly said: Said | null;
  readonly onFill: () => void;
  readonly onUndo: () => void;
  readonly onAttach: () => void;
}

export function ActionBar({ ready, attachable, whole, blocked, undoable, busy, said, onFill, onUndo, onAttach }: ActionBarProps) {
  const { m } = useWords();
  const main: "fill" | "attach" = ready > 0 || busy === "fill" ? "fill" : "attach";
  const attachText = () => {
    if (whole === "prepared") return m.actions.attachPrepared;
    return whole === null ? m.actions.attach(attachable) : m.actions.attachMade(attachable, whole);
  };
  return (
    <footer className="action-bar">
      <div className="buttons">
        {(ready > 0 || busy === "fill") && (
          <ActionButton main={!blocked} busy={busy === "fill"} disabled={busy !== null} icon={<PenLine size={16} />} onPress={onFill}>
            {busy === "fill" ? m.actions.filling : m.actions.fill(ready)}
          </ActionButton>
        )}
        {(attachable > 0 || busy === "attach") && (
          <ActionButton
            main={main === "attach" && !blocked}
            busy={busy === "attach"}
            disabled={busy !== null}
            icon={<Paperclip size={16} />}
            onPress={onAttach}
          >
            {busy === "attach" ? m.actions.attaching : attachText()}
          </ActionButton>
        )}
        {(undoable || busy === "undo") && (
          <ActionButton main={false} busy={busy === "undo"} disabled={busy !== null} icon={<Undo2 size={16} />} onPress={onUndo}>
            {busy === "undo" ? m.actions.undoing : m.actions.undo}
          </ActionButton>
        )}
      </div>
      <p className={`said tone-${said?.tone ?? "plain"}`} role="status">
        {said?.text ?? m.actions.never}
      </p>
    </footer>
  );
}

interface ActionButtonProps {
  readonly main: boolean;
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly icon: ReactNode;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function ActionButton({ main, busy, disabled, icon, onPress, children }: ActionButtonProps) {
  return (
    <Button look={main ? "primary" : "quiet"} isDisabled={disabled} onPress={onPress}>
      {busy ? <LoaderCircle size={16} className="spinning" /> : icon}
      {children}
    </Button>
  );
}
