/**
 * Third-party notices: every package that is shipped, with the text of its licence, as MIT, BSD, ISC, Apache and OFL ask of anybody who
 * distributes copies.
 * `node scripts/notices.ts FOLDER` writes those of all packages that a `node_modules` holds (the proxy's image); the extension's are
 * gathered by its own build, from the modules that it bundled.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Name of the file, in both packages of the extension and in the image. */
export const NOTICES_FILE = "licences-tierces.txt";

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
  readonly homepage?: string;
  readonly repository?: string | { readonly url?: string };
}

interface Carried {
  readonly name: string;
  readonly license: string;
  readonly home: string;
  /** File of the package that holds the licence's text; without one, its standard text is used. */
  readonly file?: string;
}

/** Code that a package carries inside its own files under another licence than its own. */
const CARRIED: Readonly<Record<string, readonly Carried[]>> = {
  "@embedpdf/pdfium": [
    {
      name: "PDFium et les bibliothèques qu'il contient (Google, Foxit)",
      license: "BSD-3-Clause",
      home: "https://pdfium.googlesource.com/pdfium",
      file: "LICENSE.pdfium",
    },
  ],
  "@neslinesli93/qpdf-wasm": [
    { name: "QPDF (Jay Berkenbilt)", license: "Apache-2.0", home: "https://github.com/qpdf/qpdf" },
    { name: "zlib (Jean-loup Gailly, Mark Adler)", license: "Zlib", home: "https://zlib.net" },
    { name: "libjpeg (Independent JPEG Group)", license: "IJG", home: "https://ijg.org" },
  ],
  "@tesseract.js-data/fra": [
    { name: "tessdata, données françaises (Google)", license: "Apache-2.0", home: "https://github.com/tesseract-ocr/tessdata_best" },
  ],
  "tesseract.js-core": [
    { name: "Tesseract OCR (Google, Hewlett-Packard)", license: "Apache-2.0", home: "https://github.com/tesseract-ocr/tesseract" },
    { name: "Leptonica (Dan Bloomberg)", license: "Leptonica", home: "http://www.leptonica.org" },
    { name: "libtiff (Sam Leffler, Silicon Graphics)", license: "libtiff", home: "https://libtiff.gitlab.io/libtiff/" },
    { name: "libpng (The PNG Reference Library Authors)", license: "libpng-2.0", home: "http://www.libpng.org" },
    { name: "libwebp (Google)", license: "BSD-3-Clause-Google", home: "https://chromium.googlesource.com/webm/libwebp" },
    { name: "zlib (Jean-loup Gailly, Mark Adler)", license: "Zlib", home: "https://zlib.net" },
    { name: "libjpeg (Independent JPEG Group)", license: "IJG", home: "https://ijg.org" },
  ],
  "hash-wasm": [
    { name: "Argon2, d'après Go (The Go Authors)", license: "BSD-3-Clause-Go", home: "https://pkg.go.dev/golang.org/x/crypto/argon2" },
  ],
  "zxing-wasm": [
    { name: "ZXing-C++ (Axel Waggershauser, auteurs de ZXing)", license: "Apache-2.0", home: "https://github.com/zxing-cpp/zxing-cpp" },
  ],
  brotli: [{ name: "Brotli (Google)", license: "Apache-2.0", home: "https://github.com/google/brotli" }],
  "pdfjs-dist": [
    {
      name: "PDFium, JBIG2 et CCITT (Google, Foxit)",
      license: "BSD-3-Clause",
      home: "https://pdfium.googlesource.com/pdfium",
      file: "wasm/LICENSE_JBIG2",
    },
    { name: "OpenJPEG (UCLouvain)", license: "BSD-2-Clause", home: "https://www.openjpeg.org", file: "wasm/LICENSE_OPENJPEG" },
  ],
  unpdf: [{ name: "pdf.js (Mozilla)", license: "Apache-2.0", home: "https://github.com/mozilla/pdf.js" }],
};

const LICENCE_FILE = /^(licen[cs]e|copying|notice|unlicense)/i;
const INSTALLED = join(dirname(dirname(fileURLToPath(import.meta.url))), "node_modules");
const RULE = "=".repeat(80);

/** @throws {Error} naming the first package whose licence is neither in a file nor a known name */
export function noticesOf(folders: Iterable<string>): string {
  const notices = new Map<string, string>();
  for (const folder of folders) {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
    const name = `${manifest.name} ${manifest.version}`;
    notices.set(name, [name, ...aboutOf(manifest), "", licenceTextOf(folder, manifest)].join("\n"));
    for (const { name: carried, license, home, file } of CARRIED[manifest.name ?? ""] ?? []) {
      const text = file === undefined ? standardText(license, null) : readFileSync(join(folder, file), "utf8").trim();
      const title = `${carried}, dans ${name}`;
      notices.set(title, [title, `Licence : ${license}`, home, "", text].join("\n"));
    }
  }
  const texts = [...notices].sort(([one], [other]) => one.localeCompare(other, "en")).map(([, text]) => text.trim());
  return `Logiciels de tiers livrés avec Pli prêt, et leurs licences.\n\n${texts.map((text) => `${RULE}\n${text}\n`).join("\n")}`;
}

function aboutOf({ license, homepage, repository }: Manifest): string[] {
  const home = homepage ?? (typeof repository === "string" ? repository : repository?.url);
  return [...(license === undefined ? [] : [`Licence : ${license}`]), ...(home === undefined ? [] : [home])];
}

function licenceTextOf(folder: string, { name, license, author }: Manifest): string {
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file) && !/\.(js|ts|json|map)$/.test(file));
  if (files.length > 0)
    return files
      .sort()
      .map((file) => readFileSync(join(folder, file), "utf8").trim())
      .join("\n\n");
  const holder = typeof author === "string" ? author : (author?.name ?? `the authors of ${name}`);
  return standardText(license, holder, name);
}

/** The standard text of a licence, for packages shipped without it. @param holder of the copyright; `null` when the text names none */
function standardText(license: string | undefined, holder: string | null, name = ""): string {
  if (license === "MIT" && holder !== null) return MIT.replace("HOLDER", holder);
  if (license === "ISC" && holder !== null) return ISC.replace("HOLDER", holder);
  const carried = CARRIED_TEXTS[license ?? ""];
  if (carried !== undefined) return carried;
  // As published by the Apache Software Foundation: the same in every package that ships it.
  if (license === "Apache-2.0") return readFileSync(join(INSTALLED, "react-aria-components", "LICENSE"), "utf8").trim();
  throw new Error(`Aucun texte de licence pour ${name} (${license ?? "sans licence"}).`);
}

const MIT = `MIT License

Copyright (c) HOLDER

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY
CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const ISC = `ISC License

Copyright (c) HOLDER

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above
copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF
MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES
WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR
IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

const ZLIB = `zlib License

Copyright (C) Jean-loup Gailly and Mark Adler

This software is provided 'as-is', without any express or implied warranty. In no event will the authors be held liable for any damages arising
from the use of this software.

Permission is granted to anyone to use this software for any purpose, including commercial applications, and to alter it and redistribute it
freely, subject to the following restrictions:

1. The origin of this software must not be misrepresented; you must not claim that you wrote the original software. If you use this software in a
   product, an acknowledgment in the product documentation would be appreciated but is not required.
2. Altered source versions must be plainly marked as such, and must not be misrepresented as being the original software.
3. This notice may not be removed or altered from any source distribution.`;

/** What the Independent JPEG Group asks of anybody who distributes executable code only. */
const IJG = "This software is based in part on the work of the Independent JPEG Group.";

const LEPTONICA = `Copyright (C) 2001-2020 Leptonica. All rights reserved.

Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met:
1. Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.
2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the
   documentation and/or other materials provided with the distribution.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO,
THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL ANY CONTRIBUTORS BE LIABLE FOR
ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS
OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT
LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF
SUCH DAMAGE.`;

const LIBTIFF = `Copyright (c) 1988-1997 Sam Leffler
Copyright (c) 1991-1997 Silicon Graphics, Inc.

Permission to use, copy, modify, distribute, and sell this software and its documentation for any purpose is hereby granted without fee, provided
that (i) the above copyright notices and this permission notice appear in all copies of the software and related documentation, and (ii) the names
of Sam Leffler and Silicon Graphics may not be used in any advertising or publicity relating to the software without the specific, prior written
permission of Sam Leffler and Silicon Graphics.

THE SOFTWARE IS PROVIDED "AS-IS" AND WITHOUT WARRANTY OF ANY KIND, EXPRESS, IMPLIED OR OTHERWISE, INCLUDING WITHOUT LIMITATION, ANY WARRANTY OF
MERCHANTABILITY OR FITNESS FOR A PARTICULAR PURPOSE.

IN NO EVENT SHALL SAM LEFFLER OR SILICON GRAPHICS BE LIABLE FOR ANY SPECIAL, INCIDENTAL, INDIRECT OR CONSEQUENTIAL DAMAGES OF ANY KIND, OR ANY
DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER OR NOT ADVISED OF THE POSSIBILITY OF DAMAGE, AND ON ANY THEORY OF
LIABILITY, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

const LIBPNG = `PNG Reference Library License version 2

Copyright (c) 1995-2024 The PNG Reference Library Authors.
Copyright (c) 2018-2024 Cosmin Truta.
Copyright (c) 2000-2002, 2004, 2006-2018 Glenn Randers-Pehrson.
Copyright (c) 1996-1997 Andreas Dilger.
Copyright (c) 1995-1996 Guy Eric Schalnat, Group 42, Inc.

The software is supplied "as is", without warranty of any kind, express or implied, including, without limitation, the warranties of
merchantability, fitness for a particular purpose, title, and non-infringement. In no event shall the Copyright owners, or anyone distributing
the software, be liable for any damages or other liability, whether in contract, tort or otherwise, arising from, out of, or in connection with
the software, or the use or other dealings in the software, even if advised of the possibility of such damage.

Permission is hereby granted to use, copy, modify, and distribute this software, or portions hereof, for any purpose, without fee, subject to the
following restrictions:

1. The origin of this software must not be misrepresented; you must not claim that you wrote the original software. If you use this software in a
   product, an acknowledgment in the product documentation would be appreciated, but is not required.
2. Altered source versions must be plainly marked as such, and must not be misrepresented as being the original software.
3. This Copyright notice may not be removed or altered from any source or altered source distribution.`;

/** The BSD licence as Google's projects word it. @param owner the word that each has for whom it frees of liability */
const bsdOfGoogle = (copyright: string, google: string, owner: string) => `Copyright (c) ${copyright} All rights reserved.

Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following conditions are met:

  * Redistributions of source code must retain the above copyright notice, this list of conditions and the following disclaimer.
  * Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following disclaimer in the
    documentation and/or other materials provided with the distribution.
  * Neither the name of ${google} nor the names of its contributors may be used to endorse or promote products derived from this software
    without specific prior written permission.

THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO,
THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT ${owner} OR
CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO,
PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF
LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE,
EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.`;

/** Licences of what packages carry, each with its own holders. */
const CARRIED_TEXTS: Readonly<Record<string, string>> = {
  Zlib: ZLIB,
  IJG,
  Leptonica: LEPTONICA,
  libtiff: LIBTIFF,
  "libpng-2.0": LIBPNG,
  "BSD-3-Clause-Google": bsdOfGoogle("2010, Google Inc.", "Google", "HOLDER"),
  "BSD-3-Clause-Go": bsdOfGoogle("2009-2018 The Go Authors.", "Google Inc.", "OWNER"),
};

/** The folder of the package that a bundled module comes from; `null` for the project's own. */
export function packageOf(moduleId: string): string | null {
  // Code that the bundlers add themselves, without a file.
  const own = /^\0(vite|rolldown)\//.exec(moduleId)?.[1];
  if (own !== undefined) return join(INSTALLED, own);
  const folder = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/?]+)\//.exec(moduleId.replaceAll("\\", "/"))?.[1];
  return folder !== undefined && existsSync(join(folder, "package.json")) ? folder : null;
}

/** A Vite plugin that adds the packages of bundled modules to `folders`; several builds may share it. */
export function noticesPlugin(folders: Set<string>) {
  return {
    name: "third-party-notices",
    generateBundle(this: { getModuleIds(): Iterable<string> }): void {
      for (const id of this.getModuleIds()) {
        const folder = packageOf(id);
        if (folder !== null) folders.add(folder);
      }
    },
  };
}

/** Every package of a `node_modules`, those nested in others too. */
function* packagesIn(folder: string): Generator<string> {
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith("."),
  )) {
    const path = join(folder, name);
    const packages = name.startsWith("@") ? readdirSync(path).map((own) => join(path, own)) : [path];
    for (const one of packages) {
      if (existsSync(join(one, "package.json"))) yield one;
      if (existsSync(join(one, "node_modules"))) yield* packagesIn(join(one, "node_modules"));
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = "node_modules"] = process.argv.slice(2);
  process.stdout.write(noticesOf(packagesIn(folder)));
}
