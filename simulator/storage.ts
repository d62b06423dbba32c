/** The storage where API Entreprise puts its documents, each at an unguessable address that expires. */
import { Hono } from "hono";
import type { World } from "./world.ts";

export function storage(world: World): Hono {
  const app = new Hono();
  app.get("*", async (context) => {
    const specimen = world.issued(new URL(context.req.url).pathname);
    if (specimen === undefined || specimen === "expired")
      return context.body("<Error><Code>NoSuchKey</Code></Error>", 404, { "content-type": "application/xml" });
    return context.body(new Uint8Array(await world.print(specimen)), 200, { "content-type": "application/pdf" });
  });
  return app;
}
