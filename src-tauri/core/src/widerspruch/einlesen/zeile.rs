//! One row of a list as a procedure, or why not.

use super::super::{
    AufschiebendeWirkung, Eingangsform, Klarangaben, Verfahrensangaben, Verfahrensart, Verfahrensergebnis,
};
use super::{
    Ablehnung, FRUEHERE_NUMMER, Listenverfahren, Verfahrensfeld, Verfahrenszuordnung, Wortfeld, Wortschatz,
};
use crate::aufzaehlung::Aufzaehlung;
use crate::einlesen::{
    DatumFehler, EinleseFehler, Feld, Kopf, Zeile, bezeichner, datum, fallnummer, ist_summenzeile,
    nicht_verrutscht,
};
use crate::frist::{Bekanntgabe, Kurz, Rechtsbehelfsbelehrung};
use chrono::NaiveDate;
use std::collections::BTreeMap;

const GEGENSTAND_HOECHSTENS: usize = 200;
/// Longest word shown in a sentence.
const WORT_HOECHSTENS: usize = 40;

/// Columns whose words must be known.
const WORTFELDER: [(Wortfeld, Verfahrensfeld); 4] = [
    (Wortfeld::Art, Verfahrensfeld::Art),
    (Wortfeld::Sachgebiet, Verfahrensfeld::Sachgebiet),
    (Wortfeld::Team, Verfahrensfeld::Team),
    (Wortfeld::Ergebnis, Verfahrensfeld::Ergebnis),
];

type Urteil<T> = Result<T, Ablehnung>;

/// Turns rows into procedures.
pub(crate) struct Listenregel<'a> {
    zuordnung: &'a Verfahrenszuordnung,
    worte: &'a Wortschatz,
    heute: NaiveDate,
    platz: BTreeMap<Verfahrensfeld, usize>,
    fallnummer: usize,
    spalten: usize,
    letzte: usize,
    /// Case numbers stood in number cells.
    pub nummer_als_zahl: bool,
}

impl<'a> Listenregel<'a> {
    /// For a list with that header.
    ///
    /// # Errors
    /// A mapped column is not there.
    pub fn neu(
        kopf: &Kopf,
        zuordnung: &'a Verfahrenszuordnung,
        worte: &'a Wortschatz,
        heute: NaiveDate,
    ) -> Result<Self, EinleseFehler> {
        let platz = zuordnung
            .spalten
            .iter()
            .map(|(feld, name)| Ok((*feld, kopf.spalte(name)?)))
            .collect::<Result<BTreeMap<_, _>, EinleseFehler>>()?;
        let fallnummer = platz.get(&Verfahrensfeld::Fallnummer).copied().unwrap_or(0);
        let letzte = platz.values().copied().max().unwrap_or(0);
        let spalten = kopf.spalten.len();
        Ok(Self { zuordnung, worte, heute, platz, fallnummer, spalten, letzte, nummer_als_zahl: false })
    }

    /// The procedure of a row.
    ///
    /// # Errors
    /// A sentence that says what is wrong with it.
    pub fn nimm(&mut self, zeile: Zeile<'_>) -> Urteil<Listenverfahren> {
        if ist_summenzeile(zeile, self.fallnummer) {
            return Err(Ablehnung::neu("Summenzeile der Liste, kein Verfahren."));
        }
        nicht_verrutscht(zeile, self.spalten, self.letzte).map_err(|(_, text)| Ablehnung::neu(text))?;
        let nummer = fallnummer(zeile.feld(self.fallnummer)).map_err(|(_, text)| Ablehnung::neu(text))?;
        self.nummer_als_zahl |= nummer.als_zahl;
        self.nur_bekannte_worte(zeile)?;
        let eingang = self
            .tag(zeile, Verfahrensfeld::Eingang)?
            .ok_or_else(|| Ablehnung::neu("Der Tag des Eingangs fehlt."))?;
        let art = match self.wort(zeile, Wortfeld::Art, Verfahrensfeld::Art)? {
            Some(name) => Verfahrensart::aus(name).unwrap_or(self.zuordnung.standard_art),
            None => self.zuordnung.standard_art,
        };
        let klar = self.klar(zeile, nummer.text)?;
        let ergebnis = self.ergebnis(zeile, art, eingang)?;
        let fruehere_nummer = self.kurz(zeile, Verfahrensfeld::FruehereNummer, 60)?;
        let bescheid_am = self.tag(zeile, Verfahrensfeld::BescheidAm)?;
        let (gegenstand, ganz) = self.gegenstand(zeile, bescheid_am)?;
        let angaben = Verfahrensangaben {
            gegenstand,
            bescheid_am,
            bekanntgabe: self.bekanntgabe(zeile, art)?,
            ausland: false,
            belehrung: if self.zuordnung.belehrung_vollstaendig {
                Rechtsbehelfsbelehrung::Ordnungsgemaess
            } else {
                Rechtsbehelfsbelehrung::Fehlerhaft
            },
            elektronische_form_genannt: self.zuordnung.belehrung_vollstaendig,
            eingang_andere_stelle: None,
            andere_stelle: String::new(),
            eingang,
            form: Eingangsform::Schriftlich,
            form_nachgeholt_am: None,
            bevollmaechtigt: !klar.vertretung.is_empty(),
            aufschiebende_wirkung: AufschiebendeWirkung::Offen,
            mahnsperre_am: None,
            begruendung_bis: None,
            begruendung_am: None,
            sachgebiet: self.sachgebiet(zeile)?,
            team_id: self
                .wort(zeile, Wortfeld::Team, Verfahrensfeld::Team)?
                .filter(|id| !id.is_empty())
                .map(str::to_owned),
            vermerk: self.vermerk(zeile, &fruehere_nummer, ganz)?,
            weitere: Vec::new(),
        };
        let fruehere_nummer = Some(fruehere_nummer).filter(|n| !n.is_empty());
        Ok(Listenverfahren { art, angaben, klar, fruehere_nummer, ergebnis })
    }

    /// The title of a field's column.
    fn spalte(&self, feld: Verfahrensfeld) -> &str {
        self.zuordnung.spalten.get(&feld).map_or("", String::as_str)
    }

    fn feld<'z>(&self, zeile: Zeile<'z>, feld: Verfahrensfeld) -> Urteil<Feld<'z>> {
        match self.platz.get(&feld).map_or(Feld::Leer, |i| zeile.feld(*i)) {
            Feld::Fehlerwert => Err(Ablehnung::neu(format!(
                "In „{}“ steht ein Fehlerwert. Bitte berichtigen Sie die Zeile in der Quelldatei.",
                self.spalte(feld)
            ))),
            feld => Ok(feld),
        }
    }

    fn tag(&self, zeile: Zeile<'_>, feld: Verfahrensfeld) -> Urteil<Option<NaiveDate>> {
        let zelle = self.feld(zeile, feld)?;
        if zelle.ist_leer() {
            return Ok(None);
        }
        let tag = datum(zelle).map_err(|e| {
            let spalte = self.spalte(feld);
            Ablehnung::neu(match e {
                DatumFehler::GibtEsNicht => format!("Den Tag in „{spalte}“ gibt es nicht."),
                DatumFehler::KeinDatum => format!("In „{spalte}“ steht kein Datum der Form TT.MM.JJJJ."),
            })
        })?;
        if tag > self.heute {
            let text = format!("Der Tag in „{}“ liegt in der Zukunft ({}).", self.spalte(feld), Kurz(tag));
            return Err(Ablehnung::neu(text));
        }
        Ok(Some(tag))
    }

    /// Text of one line, not longer than allowed: cut off, a name or a reference would be wrong.
    fn kurz(&self, zeile: Zeile<'_>, feld: Verfahrensfeld, hoechstens: usize) -> Urteil<String> {
        let zelle = self.feld(zeile, feld)?.anzeige();
        let text = bezeichner(&zelle).into_owned();
        if text.chars().count() > hoechstens {
            return Err(Ablehnung::neu(format!(
                "Der Text in „{}“ ist länger als {hoechstens} Zeichen.",
                self.spalte(feld)
            )));
        }
        Ok(text)
    }

    /// What the word in a column means; `None` for an empty cell.
    fn wort(&self, zeile: Zeile<'_>, wortfeld: Wortfeld, feld: Verfahrensfeld) -> Urteil<Option<&str>> {
        let zelle = self.feld(zeile, feld)?.anzeige();
        let wort = bezeichner(&zelle);
        if !wort.chars().any(char::is_alphanumeric) {
            return Ok(None);
        }
        self.worte.bedeutung(wortfeld, &wort).map(Some).ok_or_else(|| {
            let kurz: String = wort.chars().take(WORT_HOECHSTENS).collect();
            Ablehnung {
                text: format!(
                    "Das Wort „{kurz}“ in „{}“ ist hier nicht bekannt. Bitte legen Sie fest, was es bedeutet.",
                    self.spalte(feld)
                ),
                worte: vec![(wortfeld, wort.chars().take(super::MAX_NAME).collect())],
            }
        })
    }

    /// All unknown words of a row at once, so that a person is asked once.
    fn nur_bekannte_worte(&self, zeile: Zeile<'_>) -> Urteil<()> {
        let fehler =
            WORTFELDER.iter().filter_map(|(wortfeld, feld)| self.wort(zeile, *wortfeld, *feld).err());
        match fehler.reduce(|mut a, b| {
            a.worte.extend(b.worte);
            a
        }) {
            Some(ablehnung) => Err(ablehnung),
            None => Ok(()),
        }
    }

    fn klar(&self, zeile: Zeile<'_>, fallnummer: String) -> Urteil<Klarangaben> {
        if fallnummer.chars().count() > 40 {
            return Err(Ablehnung::neu("Die Fallnummer ist länger als 40 Zeichen."));
        }
        Ok(Klarangaben {
            fallnummer,
            name: self.kurz(zeile, Verfahrensfeld::Name, 120)?,
            az_gericht: self.kurz(zeile, Verfahrensfeld::AzGericht, 60)?,
            vertretung: self.kurz(zeile, Verfahrensfeld::Vertretung, 120)?,
            az_vertretung: String::new(),
        })
    }

    fn sachgebiet(&self, zeile: Zeile<'_>) -> Urteil<String> {
        match self.wort(zeile, Wortfeld::Sachgebiet, Verfahrensfeld::Sachgebiet)? {
            Some(kennung) => Ok(kennung.to_owned()),
            None if self.zuordnung.standard_sachgebiet.is_empty() => {
                Err(Ablehnung::neu("Das Sachgebiet fehlt, und für solche Zeilen ist keines festgelegt."))
            }
            None => Ok(self.zuordnung.standard_sachgebiet.clone()),
        }
    }

    /// A result without its day, or a day without a result, would make a procedure run or end by mistake.
    fn ergebnis(
        &self,
        zeile: Zeile<'_>,
        art: Verfahrensart,
        eingang: NaiveDate,
    ) -> Urteil<Option<(Verfahrensergebnis, NaiveDate)>> {
        let wort = self.wort(zeile, Wortfeld::Ergebnis, Verfahrensfeld::Ergebnis)?;
        let ergebnis = wort.and_then(Verfahrensergebnis::aus);
        let (ergebnis, am) = match (ergebnis, self.tag(zeile, Verfahrensfeld::EntschiedenAm)?) {
            (None, None) => return Ok(None),
            (Some(ergebnis), Some(am)) => (ergebnis, am),
            (Some(_), None) => {
                return Err(Ablehnung::neu(
                    "Das Verfahren hat ein Ergebnis, aber keinen Tag der Entscheidung.",
                ));
            }
            (None, Some(_)) => {
                return Err(Ablehnung::neu(
                    "Das Verfahren hat einen Tag der Entscheidung, aber kein Ergebnis.",
                ));
            }
        };
        if am < eingang {
            return Err(Ablehnung::neu(format!(
                "Die Entscheidung ({}) liegt vor dem Eingang ({}).",
                Kurz(am),
                Kurz(eingang)
            )));
        }
        if !ergebnis.moeglich(art) {
            return Err(Ablehnung::neu(format!(
                "Das Ergebnis „{}“ gibt es bei der Art „{}“ nicht.",
                ergebnis.titel(),
                art.titel()
            )));
        }
        Ok(Some((ergebnis, am)))
    }

    /// The day of posting counts only where a person says that the files prove it.
    fn bekanntgabe(&self, zeile: Zeile<'_>, art: Verfahrensart) -> Urteil<Option<Bekanntgabe>> {
        let tag = self.tag(zeile, Verfahrensfeld::AufgabeZurPost)?;
        let post = Bekanntgabe::PostInland {
            aufgabe_zur_post: tag,
            vermerk: tag.is_some() && self.zuordnung.vermerk_vorhanden,
            zugang: None,
        };
        Ok((tag.is_some() || art == Verfahrensart::Widerspruch).then_some(post))
    }

    /// What the procedure is about, and the whole text if it was too long.
    fn gegenstand(
        &self,
        zeile: Zeile<'_>,
        bescheid_am: Option<NaiveDate>,
    ) -> Urteil<(String, Option<String>)> {
        let zelle = self.feld(zeile, Verfahrensfeld::Gegenstand)?.anzeige();
        let text = bezeichner(&zelle).into_owned();
        Ok(match (text.chars().count(), bescheid_am) {
            (0, Some(tag)) => (format!("Bescheid vom {}", Kurz(tag)), None),
            (0, None) => ("Ohne Angabe in der Liste".to_owned(), None),
            (1 | 2, _) => (format!("Bescheid {text}"), None),
            (n, _) if n > GEGENSTAND_HOECHSTENS => {
                let kurz = text.chars().take(GEGENSTAND_HOECHSTENS - 1).chain(['…']).collect();
                (kurz, Some(text))
            }
            _ => (text, None),
        })
    }

    fn vermerk(&self, zeile: Zeile<'_>, fruehere_nummer: &str, gegenstand: Option<String>) -> Urteil<String> {
        let zelle = self.feld(zeile, Verfahrensfeld::Vermerk)?.anzeige();
        let mut teile = Vec::new();
        if !fruehere_nummer.is_empty() {
            teile.push(format!("{FRUEHERE_NUMMER}{fruehere_nummer}"));
        }
        teile.extend(gegenstand.map(|g| format!("Gegenstand: {g}")));
        teile.extend(Some(zelle.trim().to_owned()).filter(|v| !v.is_empty()));
        let text = teile.join("\n");
        if text.chars().count() > 2_000 {
            return Err(Ablehnung::neu("Der Vermerk wäre länger als 2.000 Zeichen."));
        }
        Ok(text)
    }
}

/// A refused field of the form as a sentence of the list.
pub(crate) fn satz_zum_feld(feld: &str, text: &str) -> String {
    let name = feld.rsplit('.').next().unwrap_or(feld);
    match Verfahrensfeld::aus(name) {
        Some(feld) => format!("{}: {text}", feld.titel()),
        None => text.to_owned(),
    }
}
