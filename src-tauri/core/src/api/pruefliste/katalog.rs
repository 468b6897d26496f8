//! Catalogues of questions: own ones, versions, release by a second person, files.

use super::katalogdatei::{KatalogAusDatei, KatalogEinlesen, KatalogExportieren, einlesen, exportieren};
use super::planung::katalog_sichtbar;
use crate::api::Leer;
use crate::api::haus::pruefe_text;
use crate::api::organisation::Bezug;
use crate::api::rechte;
use crate::api::register::modul;
use crate::api::tuer::{Aenderung, Auftrag, Frage, Siegelnde, oder_konflikt, versiegle};
use crate::audit::ObjektArt;
use crate::fachaufsicht::thema::{Herkunft, ist_kennung};
use crate::fehler::{Ergebnis, Fehler};
use crate::pruefliste::{
    Kapitel, Katalogdatei, Katalogunterschied, Pruefgebiet, mitgelieferte, pruefe_kapitel, unterschiede,
};
use crate::storage::{Katalogfassung, Katalogfassungskopf, Lesen, Pruefkatalog, Schreiben};
use crate::umgebung::Umgebung;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

modul! {
    operationen PruefkatalogOperation {
        Anlegen(PruefkatalogAnlegen) = "pruefkatalog.anlegen", "Prüfliste anlegen" => anlegen;
        Aendern(PruefkatalogAendern) = "pruefkatalog.aendern", "Prüfliste ändern" => aendern;
        FassungSpeichern(KatalogfassungSpeichern) = "pruefkatalog.fassung_speichern", "Fassung einer Prüfliste speichern" => fassung_speichern;
        FassungFreigeben(KatalogfassungFreigeben) = "pruefkatalog.fassung_freigeben", "Fassung einer Prüfliste freigeben" => fassung_freigeben;
        MitgelieferteUebernehmen(Leer) = "pruefkatalog.mitgelieferte_uebernehmen", "Mitgelieferte Prüflisten übernehmen" => uebernehmen;
        Exportieren(KatalogExportieren) = "pruefkatalog.exportieren", "Fassung einer Prüfliste ausgeben" => exportieren;
    }
    abfragen PruefkatalogAbfrage {
        Liste(Leer) -> Vec<PruefkatalogZeile> = "pruefkatalog.liste", "Prüflisten und ihre Fassungen ansehen" => liste;
        Fassung(KatalogfassungLesen) -> KatalogfassungDetail = "pruefkatalog.fassung", "Fassung einer Prüfliste ansehen" => fassung;
        Einlesen(KatalogEinlesen) -> KatalogAusDatei = "pruefkatalog.einlesen", "Prüfliste aus einer Datei lesen" => einlesen;
    }
}

/// A new catalogue; its first version comes next.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PruefkatalogAnlegen {
    /// Stable short name.
    pub kennung: String,
    /// What it is about.
    pub gebiet: Pruefgebiet,
    /// What people read.
    pub titel: String,
}

/// Changes a catalogue; kennung and kind stay.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PruefkatalogAendern {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
    /// What people read.
    pub titel: String,
    /// Offered for new runs.
    pub aktiv: bool,
}

/// A new version, or changes to one that nobody released.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KatalogfassungSpeichern {
    /// Catalogue.
    pub katalog_id: String,
    /// None: a new version.
    pub bezug: Option<Bezug>,
    /// The day whose law the questions follow.
    #[ts(type = "string")]
    pub rechtsstand: NaiveDate,
    /// What to read first.
    pub einleitung: String,
    /// Chapters with questions.
    pub kapitel: Vec<Kapitel>,
}

/// Releases a version.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KatalogfassungFreigeben {
    /// Which.
    pub id: String,
    /// Expected version.
    pub version: i64,
}

/// Which version.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KatalogfassungLesen {
    /// Id.
    pub id: String,
    /// Version to compare with; none: the one before.
    pub gegen: Option<String>,
}

/// A catalogue in the list.
#[derive(Debug, Serialize, TS)]
pub struct PruefkatalogZeile {
    /// The catalogue.
    pub katalog: Pruefkatalog,
    /// Its versions, newest first.
    pub fassungen: Vec<Katalogfassungskopf>,
}

/// A version with everything about it.
#[derive(Debug, Serialize, TS)]
pub struct KatalogfassungDetail {
    /// Its catalogue.
    pub katalog: Pruefkatalog,
    /// Signs and states.
    pub kopf: Katalogfassungskopf,
    /// Content.
    pub fassung: Katalogfassung,
    /// Number of the version it is compared with.
    pub verglichen_mit: Option<i64>,
    /// What it changes.
    pub unterschiede: Vec<Katalogunterschied>,
    /// The person may release it.
    pub freigebbar: bool,
}

/// A catalogue that the person may change.
fn zu_aendern(a: &Auftrag<'_>, name: &str, id: &str) -> Ergebnis<Pruefkatalog> {
    a.s.pruefkatalog(id)?
        .filter(|k| katalog_sichtbar(a.sitzung, a.umfang, name, k.gebiet))
        .ok_or_else(|| Fehler::nicht_gefunden("Die Prüfliste"))
}

fn anlegen(a: &Auftrag<'_>, r: PruefkatalogAnlegen) -> Ergebnis<Aenderung> {
    let kennung = r.kennung.trim().to_owned();
    if !ist_kennung(&kennung.replace('_', "-")) {
        return Err(Fehler::feld(
            "kennung",
            "Die Kennung hat 2 bis 60 Zeichen: kleine Buchstaben ohne Umlaute, Ziffern und Bindestrich.",
        ));
    }
    if a.s.pruefkataloge()?.iter().any(|k| k.kennung == kennung) {
        return Err(Fehler::feld("kennung", "Diese Kennung gibt es schon."));
    }
    if !katalog_sichtbar(a.sitzung, a.umfang, "pruefkatalog.anlegen", r.gebiet) {
        return Err(Fehler::feld("gebiet", "Bitte wählen Sie ein Gebiet, für das Sie zuständig sind."));
    }
    let katalog = Pruefkatalog {
        id: a.neue_id(),
        kennung,
        gebiet: r.gebiet,
        titel: pruefe_text("titel", &r.titel, 3, 120)?,
        aktiv: true,
        version: 1,
    };
    a.s.pruefkatalog_anlegen(&katalog, &a.salz())?;
    Ok(Aenderung::an(ObjektArt::PRUEFKATALOG, katalog.id))
}

fn aendern(a: &Auftrag<'_>, r: PruefkatalogAendern) -> Ergebnis<Aenderung> {
    let vorher = zu_aendern(a, "pruefkatalog.aendern", &r.id)?;
    let neu = Pruefkatalog {
        titel: pruefe_text("titel", &r.titel, 3, 120)?,
        aktiv: r.aktiv,
        version: r.version,
        ..vorher
    };
    oder_konflikt(a.s.pruefkatalog_aendern(&neu), "Die Prüfliste", || a.s.pruefkatalog(&r.id))?;
    Ok(Aenderung::an(ObjektArt::PRUEFKATALOG, r.id))
}

fn fassung_speichern(a: &Auftrag<'_>, r: KatalogfassungSpeichern) -> Ergebnis<Aenderung> {
    let katalog = zu_aendern(a, "pruefkatalog.fassung_speichern", &r.katalog_id)?;
    let einleitung = pruefe_text("einleitung", &r.einleitung, 0, 1000)?;
    let kapitel = pruefe_kapitel(r.kapitel)?;
    let von = a.sitzung.benutzer_id().to_owned();
    let Some(bezug) = r.bezug else {
        let fassung = Katalogfassung {
            id: a.neue_id(),
            nummer: a.s.letzte_katalogfassung(&katalog.id)? + 1,
            katalog_id: katalog.id,
            rechtsstand: r.rechtsstand,
            einleitung,
            kapitel,
            herkunft: Herkunft::Haus,
            angelegt_von: von,
            angelegt_am: a.haus.umgebung().zeitstempel(),
            freigegeben_von: None,
            freigegeben_am: None,
            version: 1,
        };
        a.s.katalogfassung_anlegen(&fassung, &a.salz())?;
        return Ok(Aenderung::an(ObjektArt::PRUEFKATALOGFASSUNG, fassung.id));
    };
    let vorher =
        a.s.katalogfassung(&bezug.id)?
            .filter(|f| f.katalog_id == katalog.id)
            .ok_or_else(|| Fehler::nicht_gefunden("Die Fassung"))?;
    if vorher.freigegeben_von.is_some() {
        return Err(Fehler::regel(format!(
            "Fassung {} ist freigegeben und bleibt unverändert. Bitte legen Sie eine neue Fassung an.",
            vorher.nummer
        )));
    }
    let neu = Katalogfassung {
        rechtsstand: r.rechtsstand,
        einleitung,
        kapitel,
        herkunft: Herkunft::Haus,
        angelegt_von: von,
        version: bezug.version,
        ..vorher
    };
    oder_konflikt(a.s.katalogfassung_aendern(&neu), "Die Fassung", || a.s.katalogfassung(&neu.id))?;
    Ok(Aenderung::an(ObjektArt::PRUEFKATALOGFASSUNG, neu.id))
}

fn fassung_freigeben(a: &Auftrag<'_>, r: KatalogfassungFreigeben) -> Ergebnis<Aenderung> {
    let vorher = a.s.katalogfassung(&r.id)?.ok_or_else(|| Fehler::nicht_gefunden("Die Fassung"))?;
    zu_aendern(a, "pruefkatalog.fassung_freigeben", &vorher.katalog_id)?;
    if vorher.freigegeben_von.is_some() {
        return Err(Fehler::regel("Die Fassung ist schon freigegeben."));
    }
    if !zweite_person(&vorher, a.sitzung.benutzer_id()) {
        return Err(Fehler::vier_augen(
            "Freigeben muss eine andere Person als die, die die Fassung geschrieben hat.",
        ));
    }
    let am = a.haus.umgebung().zeitstempel();
    oder_konflikt(
        a.s.katalogfassung_freigeben(&r.id, r.version, a.sitzung.benutzer_id(), &am),
        "Die Fassung",
        || a.s.katalogfassung(&r.id),
    )?;
    Ok(Aenderung::an(ObjektArt::PRUEFKATALOGFASSUNG, r.id)
        .mit_hinweis("Neue Durchgänge verwenden ab jetzt diese Fassung. Laufende bleiben bei ihrer, bis jemand sie umstellt."))
}

/// A shipped version was written by nobody of the house.
fn zweite_person(f: &Katalogfassung, person: &str) -> bool {
    f.herkunft == Herkunft::Mitgeliefert || f.angelegt_von != person
}

fn liste(f: &Frage<'_>, _: Leer) -> Ergebnis<Vec<PruefkatalogZeile>> {
    let mut koepfe = f.l.katalogfassungskoepfe(None)?;
    Ok(f.l
        .pruefkataloge()?
        .into_iter()
        .filter(|k| katalog_sichtbar(f.sitzung, f.umfang, "pruefkatalog.liste", k.gebiet))
        .map(|katalog| PruefkatalogZeile {
            fassungen: koepfe.extract_if(.., |k| k.katalog_id == katalog.id).collect(),
            katalog,
        })
        .collect())
}

/// A version and its catalogue, if the person may see it.
pub(super) fn fassung_mit_katalog(
    l: &Lesen<'_>,
    sichtbar: impl Fn(Pruefgebiet) -> bool,
    id: &str,
) -> Ergebnis<(Pruefkatalog, Katalogfassung)> {
    let fehlt = || Fehler::nicht_gefunden("Die Fassung");
    let fassung = l.katalogfassung(id)?.ok_or_else(fehlt)?;
    let katalog = l.pruefkatalog(&fassung.katalog_id)?.filter(|k| sichtbar(k.gebiet)).ok_or_else(fehlt)?;
    Ok((katalog, fassung))
}

fn fassung(f: &Frage<'_>, r: KatalogfassungLesen) -> Ergebnis<KatalogfassungDetail> {
    let sichtbar = |g| katalog_sichtbar(f.sitzung, f.umfang, "pruefkatalog.fassung", g);
    let (katalog, fassung) = fassung_mit_katalog(f.l, sichtbar, &r.id)?;
    let koepfe = f.l.katalogfassungskoepfe(Some(&katalog.id))?;
    let gegen = match r.gegen {
        Some(id) => Some(id),
        None => koepfe.iter().find(|k| k.nummer < fassung.nummer).map(|k| k.id.clone()),
    };
    let gegen = match gegen {
        Some(id) => f.l.katalogfassung(&id)?.filter(|g| g.katalog_id == katalog.id),
        None => None,
    };
    let darf = rechte::verlange(f.sitzung, "pruefkatalog.fassung_freigeben").is_ok_and(|(_, umfang)| {
        katalog_sichtbar(f.sitzung, umfang, "pruefkatalog.fassung_freigeben", katalog.gebiet)
    });
    Ok(KatalogfassungDetail {
        kopf: koepfe
            .into_iter()
            .find(|k| k.id == fassung.id)
            .ok_or_else(|| Fehler::nicht_gefunden("Die Fassung"))?,
        verglichen_mit: gegen.as_ref().map(|g| g.nummer),
        unterschiede: gegen.map_or_else(Vec::new, |g| unterschiede(&g.kapitel, &fassung.kapitel)),
        freigebbar: darf
            && fassung.freigegeben_von.is_none()
            && zweite_person(&fassung, f.sitzung.benutzer_id()),
        katalog,
        fassung,
    })
}

/// Shipped catalogues that the house does not have, and newer shipped versions of those it has. Its own versions stay.
fn uebernehmen(a: &Auftrag<'_>, _: Leer) -> Ergebnis<Aenderung> {
    let vorhanden = a.s.pruefkataloge()?;
    let mut aenderung = Aenderung::default();
    let mut neue = Vec::new();
    for datei in mitgelieferte()? {
        if !katalog_sichtbar(a.sitzung, a.umfang, "pruefkatalog.mitgelieferte_uebernehmen", datei.gebiet) {
            continue;
        }
        let katalog = match vorhanden.iter().find(|k| k.kennung == datei.kennung) {
            Some(k) => {
                let hat =
                    a.s.katalogfassungskoepfe(Some(&k.id))?
                        .into_iter()
                        .any(|f| f.herkunft == Herkunft::Mitgeliefert && f.rechtsstand >= datei.rechtsstand);
                if hat {
                    continue;
                }
                k.clone()
            }
            None => {
                let k = katalog_aus(&datei, a.neue_id());
                a.s.pruefkatalog_anlegen(&k, &a.salz())?;
                aenderung = aenderung.und(ObjektArt::PRUEFKATALOG, k.id.clone());
                k
            }
        };
        neue.push(datei.titel.clone());
        let nummer = a.s.letzte_katalogfassung(&katalog.id)? + 1;
        let (wer, am) = (a.sitzung.benutzer_id(), a.haus.umgebung().zeitstempel());
        let fassung = fassung_aus(datei, a.neue_id(), katalog.id, nummer, (wer, am))?;
        a.s.katalogfassung_anlegen(&fassung, &a.salz())?;
        aenderung = aenderung.und(ObjektArt::PRUEFKATALOGFASSUNG, fassung.id);
    }
    Ok(aenderung.mit_hinweis(if neue.is_empty() {
        "Alle mitgelieferten Prüflisten sind schon da.".to_owned()
    } else {
        format!("Übernommen und noch ungeprüft: {}.", neue.join(", "))
    }))
}

fn katalog_aus(d: &Katalogdatei, id: String) -> Pruefkatalog {
    Pruefkatalog {
        id,
        kennung: d.kennung.clone(),
        gebiet: d.gebiet,
        titel: d.titel.clone(),
        aktiv: true,
        version: 1,
    }
}

fn fassung_aus(
    d: Katalogdatei,
    id: String,
    katalog_id: String,
    nummer: i64,
    (wer, am): (&str, String),
) -> Ergebnis<Katalogfassung> {
    Ok(Katalogfassung {
        id,
        katalog_id,
        nummer,
        rechtsstand: d.rechtsstand,
        einleitung: d.einleitung,
        kapitel: pruefe_kapitel(d.kapitel)?,
        herkunft: Herkunft::Mitgeliefert,
        angelegt_von: wer.to_owned(),
        angelegt_am: am,
        freigegeben_von: None,
        freigegeben_am: None,
        version: 1,
    })
}

/// The shipped catalogues of a new house, each with a first version that nobody of the house has released yet.
pub(in crate::api) fn erstausstattung(
    s: &Schreiben<'_>,
    u: &dyn Umgebung,
    wer: &Siegelnde<'_>,
) -> Ergebnis<()> {
    for datei in mitgelieferte()? {
        let katalog = katalog_aus(&datei, u.id());
        s.pruefkatalog_anlegen(&katalog, &u.bytes::<16>())?;
        versiegle(s, u, wer, ObjektArt::PRUEFKATALOG, katalog.id.clone())?;
        let von = (wer.benutzer.benutzer_id(), u.zeitstempel());
        let fassung = fassung_aus(datei, u.id(), katalog.id, 1, von)?;
        s.katalogfassung_anlegen(&fassung, &u.bytes::<16>())?;
        versiegle(s, u, wer, ObjektArt::PRUEFKATALOGFASSUNG, fassung.id)?;
    }
    Ok(())
}
