// A demo house in a temporary folder, served by iks-carrier on a free port of this machine.

import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

export const PASSWORT = "Demo-Musterkreis-2026";

const wurzel = path.resolve(import.meta.dirname, "../..");
const ziel =
  process.env.CARGO_TARGET_DIR ??
  path.join(
    process.env.XDG_CACHE_HOME ?? path.join(homedir(), ".cache"),
    "iks/target",
  );

const programm = (name) => path.join(ziel, "debug", name);

/** Starts the house; `ende()` stops the carrier and deletes the folder. */
export async function starte() {
  const ordner = await mkdtemp(path.join(tmpdir(), "iks-seiten-"));
  const daten = path.join(ordner, "haus");
  const anmeldung = { IKS_BENUTZER: "qm", IKS_PASSWORT: PASSWORT };
  await promisify(execFile)(programm("iksctl"), ["demo", "--daten", daten], {
    env: { ...process.env, ...anmeldung },
  });
  const kind = spawn(
    programm("iks-carrier"),
    ["--daten", daten, "--dist", path.join(wurzel, "ui/dist"), "--port", "0"],
    {
      env: { ...process.env, ...anmeldung },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const ende = async () => {
    kind.kill();
    await rm(ordner, { recursive: true, force: true });
  };
  try {
    return { adresse: await ersteZeile(kind), ende };
  } catch (fehler) {
    await ende();
    throw fehler;
  }
}

/** The first line on standard output is the address; anything else is a refusal. */
function ersteZeile(kind) {
  return new Promise((gut, schlecht) => {
    const uhr = setTimeout(
      () => schlecht(new Error("iks-carrier nannte in 30 s keine Adresse")),
      30_000,
    );
    const weg = (fehler) => {
      clearTimeout(uhr);
      schlecht(fehler);
    };
    kind.once("error", weg);
    kind.once("exit", (code) =>
      weg(new Error(`iks-carrier endete mit Code ${code}`)),
    );
    createInterface({ input: kind.stdout }).once("line", (zeile) => {
      clearTimeout(uhr);
      if (/^http:\/\/127\.0\.0\.1:\d+$/.test(zeile)) gut(zeile);
      else schlecht(new Error(`unerwartete erste Zeile: ${zeile}`));
    });
  });
}
