/** A saved page is the folder that the evaluation takes: frames in their places, what was read and said as labels. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { labelledPages } from "../../scripts/evaluation/labels.ts";
import { type CopiedFrame, corpusZip, type ReadFrame, savedPage } from "../../src/saving/corpus.ts";

const place = (selector: string, shadow?: string) => (shadow === undefined ? { selector } : { selector, shadow });
const copy = (path: number[], html: string, controls: CopiedFrame["copy"]["controls"], words: string[] = []) => ({
  path,
  html,
  controls,
  words,
});

const FRAMES: CopiedFrame[] = [
  {
    frameId: 0,
    copy: copy(
      [],
      '<body class="zinguerie"><h1>Zinguerie du candidat</h1><iframe title="a" data-frame="0"></iframe><iframe style="display:none" data-frame="1"></iframe></body>',
      [
        { was: place("#was-1", "x-a"), is: place("#is-1", "x-a") },
        { was: place("#was-2"), is: place("#is-2") },
      ],
      ["zinguerie", "Zinguerie"],
    ),
  },
  { frameId: 7, copy: copy([0], '<input title="a &#34;b&#34;">', [{ was: place("input"), is: place("#n") }]) },
];
const READ: ReadFrame[] = [
  {
    frameId: 0,
    detected: true,
    kind: "candidature",
    portal: "place",
    controls: [
      { selector: "#was-1", shadow: "x-a", target: "siret", tier: "sure" },
      { selector: "#was-2", target: "commune", tier: "sure", leave: "otherParty" },
    ],
  },
  {
    frameId: 7,
    detected: false,
    kind: null,
    portal: null,
    controls: [{ selector: "input", target: "contactNom", tier: "sure", taught: "person" }],
  },
];

test("frames stand in their places; a control says where it is, what was read, what the person said", () => {
  const page = savedPage(FRAMES, READ, "www.ville-essai.example");
  expect(page.html).toContain('<iframe id="cadre-0" srcdoc="&#60;input title=&#34;a &#38;#34;b&#38;#34;&#34;&#62;"></iframe>');
  expect(page.html).toContain('<iframe id="cadre-1" style="display:none"></iframe>');
  expect(JSON.parse(page.labels)).toMatchObject({
    slug: "www-ville-essai-example-candidature",
    expectDetected: true,
    controls: [
      { selector: "#is-1", shadow: "x-a", field: "siret", note: "read" },
      { selector: "#is-2", field: "none" },
      { selector: "#n", frame: "#cadre-0", field: "contactNom", note: "said by the person" },
    ],
  });
});

test("a word that the person takes out is nowhere, tags and names of frames stay", () => {
  const page = savedPage(FRAMES, READ, "www.ville-essai.example", ["zinguerie", "Zinguerie"]);
  expect(page.html).toBe(savedPage(FRAMES, READ, "h").html.replaceAll(/zinguerie/gi, "xxxx"));
});

test("the file, unpacked, is read by the evaluation as it is", () => {
  const folder = mkdtempSync(join(tmpdir(), "pli-pret-saved-"));
  for (const [name, bytes] of Object.entries(unzipSync(corpusZip(savedPage(FRAMES, READ, "a.example"))))) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), strFromU8(bytes));
  }
  expect(labelledPages(folder)).toMatchObject([
    { slug: "a-example-candidature", labels: { controls: [{ field: "siret" }, {}, { frame: "#cadre-0" }] } },
  ]);
  rmSync(folder, { recursive: true });
});
