/** Concatenates bytes without ever holding them twice: each part is freed as soon as it is in the whole. */

/** Size of a part, in bytes. */
const PART = 4 << 20;
/** A resizable buffer: its memory returns to the system at once, while that of others returns to a heap that keeps it. */
const emptyPart = () => new Uint8Array(new ArrayBuffer(PART, { maxByteLength: PART }));

export interface Parts {
  length(): number;
  bytes(more: Uint8Array): void;
  /** Adds a text, one byte per character, as PDF writes its keywords. */
  text(more: string): void;
  /** All bytes; nothing can be added afterwards. */
  joined(): Uint8Array<ArrayBuffer>;
}

export function partsOf(): Parts {
  const full: Uint8Array<ArrayBuffer>[] = [];
  let part = emptyPart();
  let used = 0;
  let before = 0;

  const next = () => {
    full.push(part);
    before += part.length;
    part = emptyPart();
    used = 0;
  };

  return {
    length: () => before + used,

    bytes: (more) => {
      for (let at = 0; at < more.length; ) {
        if (used === PART) next();
        const some = more.subarray(at, at + PART - used);
        part.set(some, used);
        used += some.length;
        at += some.length;
      }
    },

    text: (more) => {
      for (let at = 0; at < more.length; at++) {
        if (used === PART) next();
        part[used] = more.charCodeAt(at);
        used += 1;
      }
    },

    joined: () => {
      const whole = new Uint8Array(before + used);
      let at = 0;
      for (const some of [...full, part.subarray(0, used)]) {
        whole.set(some, at);
        at += some.length;
        some.buffer.resize(0);
      }
      return whole;
    },
  };
}
