/**
 * How a command reaches the core: through Tauri in the window, over HTTP on 127.0.0.1 in a browser.
 * Nothing outside `src/ipc` knows which of the two it is.
 */
import { invoke, type InvokeArgs } from '@tauri-apps/api/core';
import type { FehlerCode, Feldfehler } from './bindings';

/** A refusal of the core: closed code, German sentence, fields concerned, present state on a conflict. */
export class Fehler extends Error {
  override name = 'Fehler';

  constructor(
    readonly code: FehlerCode,
    text: string,
    readonly felder: Feldfehler[] = [],
    readonly stand: unknown = null,
  ) {
    super(text);
  }
}

const NICHT_ERREICHBAR =
  'Die Anwendung antwortet nicht. Bitte schließen Sie das Fenster und starten Sie sie neu.';

type Lauscher = () => void;
let beiAbmeldung: Lauscher = () => undefined;

/** Called when the core says that nobody is signed in (any more), so that the window can show it. */
export function meldeAbmeldung(lauscher: Lauscher): void {
  beiAbmeldung = lauscher;
}

/** Turns whatever a carrier throws into a `Fehler`; views never see anything else. */
export function alsFehler(grund: unknown): Fehler {
  if (grund instanceof Fehler) return grund;
  if (typeof grund === 'object' && grund !== null && 'code' in grund && 'text' in grund) {
    const { code, text, felder, stand } = grund as {
      code: FehlerCode;
      text: string;
      felder?: Feldfehler[];
      stand?: unknown;
    };
    return new Fehler(code, text, felder ?? [], stand ?? null);
  }
  return new Fehler('intern', NICHT_ERREICHBAR);
}

/** The window has two commands: the file dialog of the system, and one that hands all else to the core. */
function imFenster(befehl: string, daten: unknown): Promise<unknown> {
  return befehl === 'datei_waehlen' ? invoke(befehl, daten as InvokeArgs) : invoke('rufe', { befehl, daten });
}

async function ueberHttp(befehl: string, daten: unknown): Promise<unknown> {
  const antwort = await fetch(`/api/${befehl}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(daten),
  });
  const inhalt: unknown = await antwort.json();
  if (!antwort.ok) throw inhalt;
  return inhalt;
}

/** Sends one command and returns its answer; throws `Fehler` and nothing else. */
export async function rufe<T>(befehl: string, daten: unknown = {}): Promise<T> {
  try {
    const inWindow = '__TAURI_INTERNALS__' in window;
    return (await (inWindow ? imFenster(befehl, daten) : ueberHttp(befehl, daten))) as T;
  } catch (grund) {
    const fehler = alsFehler(grund);
    if (fehler.code === 'nicht_angemeldet') beiAbmeldung();
    throw fehler;
  }
}
