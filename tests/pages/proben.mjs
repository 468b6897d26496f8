// Components that no page of the application shows yet, served by Vite from ui/src/shared/probe.

import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const ui = path.resolve(import.meta.dirname, "../../ui");
const SEITE = `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Probe</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,"><script type="module" src="/src/shared/probe/proben.ts"></script></head><body></body></html>`;

/** Whose pages these are in seiten.mjs: nobody's, they know no house. */
export const PROBE = "probe";

/** Serves the samples: `#/kalender` is the calendar. `ende()` stops it. */
export async function starteProben() {
  const vite = createRequire(path.join(ui, "package.json")).resolve("vite");
  const { createServer } = await import(pathToFileURL(vite).href);
  const server = await createServer({
    root: ui,
    logLevel: "error",
    server: { host: "127.0.0.1", port: 0, hmr: false, ws: false, proxy: {} },
    appType: "custom",
    plugins: [
      {
        name: "proben",
        configureServer: (s) => () => {
          s.middlewares.use(async (anfrage, antwort) => {
            antwort.setHeader("Content-Type", "text/html");
            antwort.end(await s.transformIndexHtml("/", SEITE));
          });
        },
      },
    ],
  });
  await server.listen();
  const { port } = server.httpServer.address();
  return { adresse: `http://127.0.0.1:${port}`, ende: () => server.close() };
}
