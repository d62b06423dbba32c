/** A control that a person cannot see is not filled, however it is hidden; the forms of honest pages are seen. */
import type { Page } from "@playwright/test";
import { beforeAll, describe, expect, test } from "vitest";
import { bundle, pageForTests, World } from "./browser.ts";
import type * as Visible from "./visible-world.ts";

declare const visible: typeof Visible;

const pageOfFile = pageForTests(false);
let script: string;
let page: Page;
let world: World;

beforeAll(async () => {
  script = await bundle(new URL("./visible-world.ts", import.meta.url), "visible");
  page = pageOfFile();
  await page.setContent("");
  world = await World.open(page, script);
});

const INPUT = `<input name="siret" data-it>`;
const styled = (style: string) => `<input name="siret" data-it style="${style}">`;
const within = (style: string, inner = INPUT) => `<div style="${style}">${inner}</div>`;

const HIDDEN: Readonly<Record<string, string>> = {
  "display none": styled("display:none"),
  "display none above": within("display:none"),
  "the hidden attribute": `<input data-it hidden>`,
  "visibility hidden": styled("visibility:hidden"),
  "visibility hidden above": within("visibility:hidden"),
  "visibility collapse": styled("visibility:collapse"),
  "opacity 0": styled("opacity:0"),
  "opacity .01": styled("opacity:.01"),
  "opacity .01 above": within("opacity:.01"),
  "opacities that multiply": within("opacity:.3", within("opacity:.3")),
  "filter opacity": styled("filter:opacity(0)"),
  "filter opacity 1 %": within("filter:opacity(1%)"),
  "filter contrast 0": within("filter:contrast(0)"),
  "filter brightness 0": within("filter:brightness(0)"),
  "filter blur": styled("filter:blur(60px)"),
  "clip-path inset %": styled("clip-path:inset(50%)"),
  "clip-path inset px": styled("clip-path:inset(200px)"),
  "clip-path inset of four": within("clip-path:inset(0 100% 0 0)"),
  "clip-path circle 0": styled("clip-path:circle(0)"),
  "clip-path circle 1px": styled("clip-path:circle(1px)"),
  "clip-path circle elsewhere": within("clip-path:circle(20px at 900px 900px)"),
  "clip-path ellipse": styled("clip-path:ellipse(0 0)"),
  "clip-path ellipse flat": within("clip-path:ellipse(50% 0)"),
  "clip-path polygon without points apart": styled("clip-path:polygon(0 0,0 0,0 0)"),
  "clip-path polygon on a line": styled("clip-path:polygon(0 0,100% 0,50% 0)"),
  "clip-path polygon elsewhere": within("clip-path:polygon(800px 800px,900px 800px,850px 900px)"),
  "clip rect": styled("position:absolute;clip:rect(0,0,0,0)"),
  "clip rect of 1 px": styled("position:absolute;clip:rect(1px,1px,1px,1px)"),
  "clip rect above": within("position:absolute;clip:rect(0 1px 1px 0)"),
  "mask that lets nothing through": styled("mask-image:linear-gradient(transparent,transparent)"),
  "mask above": within("-webkit-mask-image:linear-gradient(transparent,transparent)"),
  "mask of size 0": within("mask:linear-gradient(#000,#000) no-repeat 0 0/0 0"),
  "no width": styled("width:0;padding:0;border:0"),
  "one pixel": styled("width:1px;height:1px;padding:0;border:0"),
  "three pixels": styled("width:3px;height:3px;padding:0;border:0"),
  "scale 0": styled("transform:scale(0)"),
  "scale .01": within("transform:scale(.01)"),
  "zoom .01": within("zoom:.01"),
  "turned by 90°": styled("transform:rotateY(90deg)"),
  "turned away": styled("transform:rotateY(180deg);backface-visibility:hidden"),
  "far to the left": styled("position:absolute;left:-9999px"),
  "far to the left, fixed": styled("position:fixed;left:-300px"),
  "above the page": styled("position:absolute;top:-9999px"),
  "far to the right": styled("position:absolute;left:9999px"),
  "just out to the right": styled("position:absolute;left:200vw"),
  "far below": styled("position:absolute;top:99999px"),
  "fixed below the window": styled("position:fixed;top:200vh"),
  "translated to the left": styled("transform:translateX(-3000px)"),
  "translated to the right": styled("transform:translateX(300vw)"),
  "text-indent above": within("overflow:hidden;width:200px;height:30px;text-indent:-9999px"),
  "margin to the left": styled("margin-left:-9999px"),
  "margin to the right": styled("margin-left:900vw"),
  "relative, shifted": styled("position:relative;left:9999px"),
  "a box without height that cuts": within("height:0;overflow:hidden"),
  "a box of max-height 0 that cuts": within("max-height:0;overflow:clip"),
  "a box that contains its painting": within("height:0;contain:paint"),
  "pushed out of a box that cuts": within("overflow:hidden;width:300px;height:40px", within("margin-top:100px")),
  "pushed sideways out of a box that cuts": within(
    "overflow:hidden;width:300px;height:40px;white-space:nowrap",
    `<span style="display:inline-block;width:400px"></span>${INPUT}`,
  ),
  "absolute, out of a positioned box that cuts": within(
    "position:relative;overflow:hidden;height:40px;width:300px",
    styled("position:absolute;top:100px"),
  ),
  "before where a list begins to scroll": within("overflow:auto;height:100px;position:relative", styled("position:absolute;top:-200px")),
  "content-visibility": within("content-visibility:hidden"),
  "closed details": `<details><summary>Plus</summary>${INPUT}</details>`,
  "closed dialog": `<dialog>${INPUT}</dialog>`,
  inert: within("", `<div inert>${INPUT}</div>`),
  "covered by a sibling": within("position:relative;width:400px", `${INPUT}<div style="position:absolute;inset:0;background:#fff"></div>`),
  "covered by a picture": within(
    "position:relative;width:400px",
    `${INPUT}<canvas style="position:absolute;left:0;top:0;width:400px;height:60px"></canvas>`,
  ),
  "under its own block": `<div style="background:#fff;position:relative;z-index:0"><div style="background:#fff">${styled("position:relative;z-index:-1")}</div></div>`,
  "nothing of it painted": styled("border:0;background:transparent;color:transparent;outline:0"),
  "a frame without size": `<iframe srcdoc="&lt;input name=siret&gt;" style="width:0;height:0;border:0"></iframe><input data-it style="display:none">`,
};

const SEEN: Readonly<Record<string, string>> = {
  plain: INPUT,
  "below the fold": `<div style="height:5000px"></div>${INPUT}`,
  "below the fold in a page of the window's height": `<style>html,body{height:100%}</style><div style="height:5000px"></div>${within("position:relative")}`,
  "in a list that scrolls": within("overflow:auto;height:80px", `<div style="height:900px"></div>${INPUT}`),
  "in a list that fades at its end": within("overflow:auto;height:80px;mask-image:linear-gradient(#000 80%,transparent)", INPUT),
  "in a row drawn at its place in a long list": within(
    "overflow:auto;height:200px",
    `<div style="height:9000px;position:relative"><div style="position:absolute;top:0;transform:translateY(4000px)">${INPUT}</div></div>`,
  ),
  "in an application that fills the window": within("position:absolute;inset:0;overflow:auto", `<div style="height:3000px"></div>${INPUT}`),
  "in an absolute page": within("position:absolute;top:0;left:0;width:100%", `<div style="height:3000px"></div>${INPUT}`),
  "dimmed because disabled": within("opacity:.5"),
  "in a card with round corners": within("overflow:hidden;border-radius:8px;width:400px"),
  "in a card cut round": within("clip-path:inset(0 round 8px);width:400px"),
  "in a cut corner": within("clip-path:polygon(0 0,100% 0,100% 90%,95% 100%,0 100%);width:400px;height:60px"),
  "in a wide table": within("width:2500px", `<span style="display:inline-block;width:2000px"></span>${INPUT}`),
  "in an open dialog": `<dialog open>${INPUT}</dialog>`,
  "behind a banner that floats": `${INPUT}<div style="position:fixed;inset:0;background:#fff">Cookies</div>`,
  "under a clear sheet": within("position:relative;width:400px", `${INPUT}<div style="position:absolute;inset:0"></div>`),
  "under its own floating label": within(
    "position:relative;width:400px",
    `<input id="a" data-it><label for="a" style="position:absolute;inset:0;background:#fff">SIRET</label>`,
  ),
  "without a line, on a ground": styled("border:0;background:#eee"),
  "without a line, written": styled("border:0;background:transparent"),
  "absolute in a static box that cuts": within("overflow:hidden;height:10px", styled("position:absolute;top:200px")),
  "a box drawn by its label": `<input type="checkbox" id="b" data-it style="opacity:0;position:absolute"><label for="b">PME</label>`,
  "while the page opens a dialog": `<style>body{overflow:hidden}</style><div style="height:3000px"></div>${INPUT}`,
  "brought in by a transform": within("transform:translate(0,0)"),
  "through which the mouse passes": within("background:#fff;pointer-events:none"),
};

async function isSeen(html: string): Promise<boolean> {
  return world.run((given) => {
    document.body.innerHTML = `<form><label>SIRET</label>${given}</form>`;
    return visible.seen("[data-it]");
  }, html);
}

test.each(Object.entries(HIDDEN))("is not seen: %s", async (_, html) => {
  expect(await isSeen(html)).toBe(false);
});

test.each(Object.entries(SEEN))("is seen: %s", async (_, html) => {
  expect(await isSeen(html)).toBe(true);
});

describe("upload slots", () => {
  const FILE = `<input type="file" data-it style="display:none">`;
  test.each(
    Object.entries({
      "behind its label": `<p>Kbis <label>Parcourir ${FILE}</label></p>`,
      "beside its button": `<p>Kbis ${FILE}<button type="button">Choisir un fichier</button></p>`,
      "beside a button of two levels up": `<div><div><span>${FILE}</span></div><div role="button" tabindex="0">+</div></div>`,
      "in a zone": `<div class="dropzone">Glissez votre fichier ici ${FILE}</div>`,
    }),
  )("a hidden input is a slot %s", async (_, html) => {
    expect(await isSeen(html)).toBe(true);
  });

  test.each(
    Object.entries({
      "beside nothing": `<p>Attestation URSSAF ${FILE}</p>`,
      "beside the form's own button": `<p>Attestation URSSAF ${FILE}<button>Envoyer</button></p>`,
      "beside a hidden button": `<p>Attestation URSSAF ${FILE}<button type="button" style="opacity:.01">Choisir</button></p>`,
      "beside another slot's button": `<div><p>Kbis <input type="file"><button type="button">Choisir</button></p><p>RIB ${FILE}</p></div>`,
    }),
  )("a hidden input is no slot %s", async (_, html) => {
    expect(await isSeen(html)).toBe(false);
  });
});

test("a frame that its page hides is not seen in", async () => {
  await page.setContent(`<div style="opacity:.02"><iframe style="width:600px;height:300px" srcdoc="<input data-it>"></iframe></div>`);
  const frame = page.frames()[1];
  if (frame === undefined) throw new Error("pas de cadre");
  await frame.evaluate(script);
  expect(await frame.evaluate(`visible.seen("[data-it]")`)).toBe(false);
  await page.evaluate(() => document.querySelector("div")?.removeAttribute("style"));
  expect(await frame.evaluate(`visible.seen("[data-it]")`)).toBe(true);
});
