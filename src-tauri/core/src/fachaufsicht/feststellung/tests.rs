use super::*;
use crate::fachaufsicht::Aufzaehlung;

fn tag(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn inhalt() -> FeststellungInhalt {
    FeststellungInhalt {
        art: Art::Materiell,
        wirkung: Wirkung::Ueberzahlung,
        betrag_bund_cent: 100,
        betrag_kommune_cent: 0,
        haeufigkeit: Haeufigkeit::Einmalig,
        zeitraum_von: None,
        zeitraum_bis: None,
        schwere: Schwere::Gering,
        sachgebiet: "einkommen-vermoegen".into(),
        ursache: "arbeitsmenge".into(),
        text: "  Das Einkommen wurde nicht angerechnet. ".into(),
        korrektur_bis: None,
    }
}

fn felder(i: FeststellungInhalt) -> Vec<String> {
    i.geprueft().err().map_or(Vec::new(), |f| f.felder.into_iter().map(|f| f.feld).collect())
}

#[test]
fn inhalt_wird_im_ganzen_geprueft() {
    assert_eq!(inhalt().geprueft().unwrap().text, "Das Einkommen wurde nicht angerechnet.");
    assert_eq!(
        felder(FeststellungInhalt { betrag_bund_cent: 0, text: "kurz".into(), ..inhalt() }),
        ["inhalt.text", "inhalt.betrag_bund_cent"]
    );
    assert_eq!(felder(FeststellungInhalt { wirkung: Wirkung::Ohne, ..inhalt() }), ["inhalt.wirkung"]);
    assert_eq!(
        felder(FeststellungInhalt { haeufigkeit: Haeufigkeit::Monatlich, ..inhalt() }),
        ["inhalt.zeitraum_von"]
    );
    assert_eq!(
        felder(FeststellungInhalt {
            zeitraum_von: Some(tag("2026-05-01")),
            zeitraum_bis: Some(tag("2026-04-30")),
            ..inhalt()
        }),
        ["inhalt.zeitraum_bis"]
    );
}

/// Every state against every answer and decision: only one state takes each.
#[test]
fn jeder_stand_gegen_jeden_schritt() {
    use FeststellungStand as S;
    let bis = Some(tag("2026-12-04"));
    for stand in S::ALLE.iter().copied() {
        for antwort in StellungnahmeAntwort::ALLE.iter().copied() {
            let erwartet =
                (stand == S::ZurStellungnahme).then_some(if antwort == StellungnahmeAntwort::Anerkannt {
                    S::Beantwortet
                } else {
                    S::Strittig
                });
            assert_eq!(stand.nach_stellungnahme(antwort), erwartet);
        }
        for ergebnis in Entscheidungsergebnis::ALLE.iter().copied() {
            let erwartet = (stand == S::Strittig).then_some(match ergebnis {
                Entscheidungsergebnis::Zurueckgenommen => S::Zurueckgenommen,
                _ => S::Festgestellt,
            });
            assert_eq!(stand.nach_entscheidung(ergebnis), erwartet);
        }
        // The last day still counts in full.
        assert_eq!(stand.kann_festgestellt_werden(bis, tag("2026-12-04")), stand == S::Beantwortet);
        assert_eq!(
            stand.kann_festgestellt_werden(bis, tag("2026-12-05")),
            matches!(stand, S::Beantwortet | S::ZurStellungnahme)
        );
        assert_eq!(S::aus(stand.name()), Some(stand));
    }
    assert_eq!(stellungnahme_bis(tag("2026-11-20"), 14), tag("2026-12-04"));
}
