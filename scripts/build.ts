/** `npm run build`: the extension for Chrome and Edge, and for Firefox, in `.output/`. */
import { runStep } from "./steps.ts";

for (const browser of ["chrome", "firefox"]) {
  const status = await runStep(`Extension (${browser})`, "wxt", ["build", "-b", browser, "--mv3"]);
  if (status !== 0) process.exit(status);
}
