/**
 * Answering a run: an answer is saved as it is given, its remark when the field is left. A remark without an answer
 * waits for it; what was typed outlives the page.
 */
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { DurchgangDetail, Listenantwort } from '../../../ipc/bindings';
import { aendern } from '../../../ipc/tuer';
import {
  bemerkungshinweis,
  fragenlagen,
  stehtSo,
  type Antworteingabe,
  type Fragenlage,
} from '../../../domain/pruefliste/antworten';
import { Bogenlauf } from '../../../shared/bogen/lauf.svelte';
import { melde } from '../../../shared/meldungen.svelte';

interface Quelle {
  detail: () => DurchgangDetail;
  /** Kennungen that the filter shows. */
  gezeigt: () => string[];
  neuLaden: () => Promise<void>;
  /** Remarks that were typed and not saved. */
  bemerkungen: SvelteMap<string, string>;
}

export class Listenbogen {
  readonly lauf: Bogenlauf<Antworteingabe>;
  readonly lagen: Map<string, Fragenlage> = $derived.by(() => fragenlagen(this.#quelle.detail()));
  /** Whose answer is to be taken back although it has a remark: that is asked first. */
  zurueckzunehmen: string | null = $state(null);
  /** Answers on their way. */
  readonly #unterwegs = new SvelteMap<string, Listenantwort | null>();
  /** Questions whose remark was asked for. */
  readonly #offen = new SvelteSet<string>();
  readonly #quelle: Quelle;

  constructor(quelle: Quelle) {
    this.#quelle = quelle;
    this.lauf = new Bogenlauf<Antworteingabe>({
      praefix: 'frage',
      gelten: () => quelle.detail().gestellt,
      gezeigt: quelle.gezeigt,
      sende: (frage, e) => this.#sende(frage, e),
      steht: (frage, e) => stehtSo(this.lagen.get(frage)?.antwort, e),
      neuLaden: quelle.neuLaden,
    });
  }

  /** The answer as it is shown: the one on its way, or the saved one. */
  wert(frage: string): Listenantwort | null {
    const unterwegs = this.#unterwegs.get(frage);
    return unterwegs === undefined ? (this.lagen.get(frage)?.antwort?.wert ?? null) : unterwegs;
  }

  bemerkung(frage: string): string {
    return this.#quelle.bemerkungen.get(frage) ?? this.lagen.get(frage)?.antwort?.bemerkung ?? '';
  }

  /** A remark waits for its answer. */
  wartet(frage: string): boolean {
    return this.wert(frage) === null && this.bemerkung(frage).trim() !== '';
  }

  mitBemerkung(frage: string): boolean {
    return (
      this.#offen.has(frage) ||
      this.bemerkung(frage) !== '' ||
      bemerkungshinweis(this.wert(frage)) !== undefined
    );
  }

  oeffneBemerkung(frage: string): void {
    this.#offen.add(frage);
  }

  schreibe(frage: string, text: string): void {
    this.#quelle.bemerkungen.set(frage, text);
  }

  /** Gives an answer. True if its remark is to be written next. */
  setze(frage: string, wert: Listenantwort | null): boolean {
    const alt = this.lagen.get(frage)?.antwort;
    const bemerkung = this.bemerkung(frage);
    if (wert === null && bemerkung.trim() !== '') {
      this.zurueckzunehmen = frage;
      return false;
    }
    const eingabe = { wert, bemerkung };
    const fehlt = bemerkungshinweis(wert) !== undefined && bemerkung.trim() === '';
    if (stehtSo(alt, eingabe) && !this.#unterwegs.has(frage)) {
      if (!fehlt) this.lauf.ruecke(frage, 1);
    } else void this.#sichere(frage, eingabe, () => this.lauf.antworte(frage, eingabe, !fehlt));
    return fehlt;
  }

  /** The field of the remark was left. */
  sichereBemerkung(frage: string): void {
    const text = this.#quelle.bemerkungen.get(frage);
    // A remark to an entry that was not taken belongs to that entry.
    const wert = this.lauf.liegen.get(frage)?.eingabe.wert ?? this.wert(frage);
    if (text === undefined || wert === null) return;
    const eingabe = { wert, bemerkung: text };
    if (stehtSo(this.lagen.get(frage)?.antwort, eingabe) && !this.#unterwegs.has(frage)) {
      this.#quelle.bemerkungen.delete(frage);
    } else void this.#sichere(frage, eingabe, () => this.lauf.speichere(frage, eingabe));
  }

  async #sichere(frage: string, eingabe: Antworteingabe, tun: () => Promise<boolean>): Promise<void> {
    this.#unterwegs.set(frage, eingabe.wert);
    const gut = await tun();
    if (this.#unterwegs.get(frage) === eingabe.wert) this.#unterwegs.delete(frage);
    if (gut && this.#quelle.bemerkungen.get(frage) === eingabe.bemerkung) {
      this.#quelle.bemerkungen.delete(frage);
    }
  }

  /** Sends once more what was not taken, with what was typed since. */
  erneut(frage: string): void {
    const liegt = this.lauf.liegen.get(frage);
    if (!liegt) return;
    const bemerkung = this.#quelle.bemerkungen.get(frage) ?? liegt.eingabe.bemerkung;
    const eingabe = { ...liegt.eingabe, bemerkung };
    void this.#sichere(frage, eingabe, () => this.lauf.nochmals(frage, eingabe));
  }

  verwirf(frage: string): void {
    this.#quelle.bemerkungen.delete(frage);
    this.lauf.verwirf(frage);
  }

  /** Takes an answer back together with its remark; throws nothing, a refusal stays at the question. */
  async nimmZurueck(frage: string): Promise<void> {
    this.#quelle.bemerkungen.delete(frage);
    if (!this.lagen.get(frage)?.antwort) return;
    const eingabe = { wert: null, bemerkung: '' };
    await this.#sichere(frage, eingabe, () => this.lauf.speichere(frage, eingabe));
  }

  async #sende(frage: string, e: Antworteingabe): Promise<void> {
    const { hinweise } = await aendern('pruefliste.antworten', {
      id: this.#quelle.detail().durchgang.id,
      frage,
      wert: e.wert,
      bemerkung: e.bemerkung.trim(),
      version: this.lagen.get(frage)?.antwort?.version ?? 0,
    });
    for (const h of hinweise) melde('warnung', h);
  }
}
