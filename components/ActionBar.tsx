/** The one main action of the moment, always at the same place, with the way back beside it. */
import { LoaderCircle, Paperclip, PenLine, TriangleAlert, Undo2 } from "lucide-react";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { Button, type Tone } from "./controls.tsx";
import "./ActionBar.css";
import { isFocusNowhere } from "./focus.ts";
import { useWords } from "./words.tsx";

export type Busy = "fill" | "undo" | "attach" | null;
export interface Said {
  readonly tone: Tone;
  readonly text: string;
}

export interface ActionBarProps {
  /** Where the person is: the main action is that of the tab. */
  readonly tab: "form" | "pieces" | "sources";
  readonly ready: number;
  /** Fields whose value may still arrive. */
  readonly coming: number;
  readonly attachable: number;
  /** What is attached to the slot that takes the whole candidature: one file made now, or the prepared dossier. `null`: no such slot. */
  readonly whole: "pdf" | "zip" | "prepared" | null;
  /** True when an obstacle stands in the way: no action is put forward. */
  readonly blocked: boolean;
  readonly undoable: boolean;
  /** How many answers and files an undo takes back. */
  readonly done: { readonly fields: number; readonly files: number };
  readonly busy: Busy;
  readonly said: Said | null;
  /** What is left to do when nothing is to be filled nor attached. */
  readonly next: { readonly text: string; readonly onPress: () => void } | null;
  readonly onFill: () => void;
  readonly onUndo: () => void;
  readonly onAttach: () => void;
}

/** Long on purpose: the one bar, each of its actions on its condition. */
export function ActionBar(props: ActionBarProps) {
  const { tab, ready, attachable, blocked, undoable, done, busy, said, next, onUndo } = props;
  const { m } = useWords();
  const canFill = ready > 0 || busy === "fill";
  const canAttach = attachable > 0 || busy === "attach";
  const main: "fill" | "attach" = tab === "pieces" ? (canAttach ? "attach" : "fill") : canFill ? "fill" : "attach";
  const bar = useMainFocus(blocked ? null : canFill || canAttach ? main : next === null ? null : "next");
  const fill = canFill && <FillButton {...props} key="fill" main={main === "fill"} />;
  const attach = canAttach && <AttachButton {...props} key="attach" main={main === "attach"} />;
  return (
    <footer className="action-bar" ref={bar}>
      <div className="buttons">
        {main === "fill" ? [fill, attach] : [attach, fill]}
        {!canFill && !canAttach && next !== null && (
          <Button look={blocked ? "quiet" : "primary"} className="main" isDisabled={busy !== null} onPress={next.onPress}>
            <span className="text">{next.text}</span>
          </Button>
        )}
        {(undoable || busy === "undo") && (
          <Button className="undo" isDisabled={busy !== null} aria-label={m.actions.undoWhat(done.fields, done.files)} onPress={onUndo}>
            {busy === "undo" ? <LoaderCircle size={16} className="spinning" /> : <Undo2 size={16} />}
          </Button>
        )}
      </div>
      <p className={`said tone-${said?.tone ?? "plain"}`} role={said?.tone === "bad" ? "alert" : "status"} title={said?.text}>
        {said?.tone === "bad" && <TriangleAlert size={14} aria-hidden="true" />}
        <span>{said?.text ?? m.actions.never}</span>
      </p>
    </footer>
  );
}

interface MainProps extends ActionBarProps {
  readonly main: boolean;
}

function FillButton({ ready, coming, main, blocked, busy, onFill }: MainProps) {
  const { m } = useWords();
  const text = main ? m.actions.fillComing(ready, coming) : m.actions.fill(ready);
  return (
    <ActionButton {...{ blocked, busy, main }} what="fill" icon={<PenLine size={16} />} onPress={onFill}>
      {busy === "fill" ? m.actions.filling : text}
    </ActionButton>
  );
}

function AttachButton({ attachable, whole, main, blocked, busy, onAttach }: MainProps) {
  const { m } = useWords();
  const made = whole === null || whole === "prepared" ? null : m.actions.attachMade(attachable, whole);
  const text = whole === "prepared" ? m.actions.attachPrepared : (made ?? m.actions.attach(attachable));
  return (
    <ActionButton
      {...{ blocked, busy, main }}
      what="attach"
      name={whole === null ? text : undefined}
      icon={<Paperclip size={16} />}
      onPress={onAttach}
    >
      {busy === "attach" ? m.actions.attaching : main ? text : m.actions.attachShort(attachable)}
    </ActionButton>
  );
}

/**
 * Focuses the main action when it appears or changes, so that Enter does it. A focus that the person put elsewhere stays there.
 * @param main names the action
 */
function useMainFocus(main: string | null): RefObject<HTMLElement | null> {
  const bar = useRef<HTMLElement>(null);
  const given = useRef<string | null>(null);
  useEffect(() => {
    const isNowhere = isFocusNowhere();
    if (main === null || main === given.current) return;
    given.current = main;
    if (isNowhere) bar.current?.querySelector<HTMLElement>(".main")?.focus();
  }, [main]);
  return bar;
}

interface ActionButtonProps extends Pick<ActionBarProps, "busy" | "blocked"> {
  readonly what: Exclude<Busy, null>;
  readonly main: boolean;
  /** The accessible name, when it says more than the visible text. */
  readonly name?: string | undefined;
  readonly icon: ReactNode;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** A busy button stays in place and keeps the focus. */
function ActionButton({ what, main, blocked, busy, name, icon, onPress, children }: ActionButtonProps) {
  const isBusy = busy === what;
  return (
    <Button
      look={main && !blocked ? "primary" : "quiet"}
      className={main ? "main" : ""}
      isPending={isBusy}
      isDisabled={busy !== null && !isBusy}
      onPress={onPress}
      {...(name === undefined || isBusy ? {} : { "aria-label": name })}
    >
      {isBusy ? <LoaderCircle size={16} className="spinning" /> : icon}
      <span className="text">{children}</span>
    </Button>
  );
}
