/**
 * Documents being sent to clients. Clients may be many, slow, or never read: each document is held once for all of them,
 * sendings are limited in number and in time, and people who are not signed in take no place of those who are.
 */
import type { FetchedDocument } from "./documents.ts";

export interface Room {
  /** Documents that may be asked for or sent at once, by all callers and by one. */
  readonly most: number;
  readonly mostEach: number;
  /** Bytes of the different documents held at once; a single one always passes. */
  readonly bytes: number;
}

export interface SendingLimits {
  readonly people: Room;
  readonly anonymous: Room;
  /** A reader that takes nothing for this long is cut off, milliseconds. */
  readonly stallMs: number;
  /** A reader slower than this is cut off too, bytes a millisecond. */
  readonly slowest: number;
}

const MEGABYTE = 1024 * 1024;
const LIMITS: SendingLimits = {
  people: { most: 96, mostEach: 32, bytes: 256 * MEGABYTE },
  anonymous: { most: 24, mostEach: 8, bytes: 64 * MEGABYTE },
  stallMs: 30_000,
  slowest: 32,
};
const CHUNK_BYTES = 64 * 1024;

export interface Place {
  /**
   * The bytes, as they are read; their end gives the place back. `null`: too much is being sent already.
   * `hangUp` ends the connection of a reader that is too slow; without it the stream ends with an error.
   */
  send(document: FetchedDocument, hangUp?: () => void): ReadableStream<Uint8Array> | null;
  /** Gives the place back, unless something is being sent. */
  leave(): void;
}

export interface Sending {
  /** A place, or `null` when there is none left for that caller or in that room. */
  enter(room: "people" | "anonymous", caller: string): Place | null;
}

export function createSending(limits: SendingLimits = LIMITS): Sending {
  const rooms = { people: openRoom(limits.people), anonymous: openRoom(limits.anonymous) };
  return {
    enter: (name, caller) => {
      const room = rooms[name];
      const leave = room.take(caller);
      if (leave === null) return null;
      let sent = false;
      return {
        send: (document, hangUp) => {
          const held = room.hold(document);
          if (held === null) return null;
          sent = true;
          // Only the digest: readers of the same bytes share one copy, and must not keep their own alive.
          const { sha256 } = document;
          const end = () => {
            room.release(sha256);
            leave();
          };
          return streamOf(held.bytes, limits, end, hangUp);
        },
        leave: () => {
          if (!sent) leave();
        },
      };
    },
  };
}

function openRoom({ most, mostEach, bytes: mostBytes }: Room) {
  const callers = new Map<string, number>();
  const held = new Map<string, { readonly bytes: Buffer; readers: number }>();
  let taken = 0;
  let heldBytes = 0;
  return {
    /** The function that gives the place back, to be called once; `null` when no place is left. */
    take: (caller: string): (() => void) | null => {
      const theirs = callers.get(caller) ?? 0;
      if (taken >= most || theirs >= mostEach) return null;
      taken += 1;
      callers.set(caller, theirs + 1);
      return () => {
        taken -= 1;
        const left = (callers.get(caller) ?? 1) - 1;
        if (left === 0) callers.delete(caller);
        else callers.set(caller, left);
      };
    },
    hold: ({ sha256, bytes }: FetchedDocument) => {
      const known = held.get(sha256) ?? { bytes, readers: 0 };
      if (known.readers === 0) {
        if (held.size > 0 && heldBytes + bytes.length > mostBytes) return null;
        held.set(sha256, known);
        heldBytes += bytes.length;
      }
      known.readers += 1;
      return known;
    },
    release: (sha256: string) => {
      const known = held.get(sha256);
      if (known === undefined) return;
      known.readers -= 1;
      if (known.readers > 0) return;
      held.delete(sha256);
      heldBytes -= known.bytes.length;
    },
  };
}

/** The bytes themselves, part by part as the reader takes them: nothing is copied. `onEnd` is called once, whatever the end. */
function streamOf(bytes: Buffer, limits: SendingLimits, onEnd: () => void, hangUp?: () => void): ReadableStream<Uint8Array> {
  const { stallMs, slowest } = limits;
  let at = 0;
  let over = false;
  let cut: () => void = () => undefined;
  const timers = [stallMs, stallMs + bytes.length / slowest].map((ms) => setTimeout(() => cut(), ms));
  const end = () => {
    if (over) return;
    over = true;
    timers.forEach(clearTimeout);
    onEnd();
  };
  return new ReadableStream(
    {
      start: (controller) => {
        cut = () => {
          end();
          if (hangUp === undefined) controller.error(new Error("reader too slow"));
          else hangUp();
        };
      },
      pull: (controller) => {
        timers[0]?.refresh();
        if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + CHUNK_BYTES));
        at += CHUNK_BYTES;
        if (at < bytes.length) return;
        end();
        controller.close();
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}
