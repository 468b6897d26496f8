//! The real window, handled as a person does: by the words that stand on it. Every step waits until it can be
//! done; a step that cannot be done fails with what the window shows.

use std::{env, fs, path::Path, time::Duration};

use fantoccini::{
    Client,
    actions::{InputSource, KeyAction, KeyActions},
    elements::{Element, ElementRef},
    error::CmdError,
    key::Key,
};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep, timeout};

use crate::treiber::Treiber;

const GEDULD: Duration = Duration::from_secs(30);
const TAKT: Duration = Duration::from_millis(40);
/// The key under which WebDriver hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

pub struct Fenster {
    client: Client,
    _treiber: Treiber,
}

impl Fenster {
    /// Opens the window on the house in `daten`.
    pub async fn oeffnen(daten: &Path) -> Self {
        let treiber = Treiber::starte(daten);
        let client = treiber.verbinde().await;
        Self { client, _treiber: treiber }
    }

    /// Ends the session. The window is gone afterwards and the house is free: what does not close within a few
    /// seconds is killed with the driver.
    pub async fn schliessen(self) {
        let _ = timeout(Duration::from_secs(3), self.client.close()).await;
    }

    pub async fn anmelden(&self, benutzer: &str, passwort: &str) {
        self.tippe("Benutzername", benutzer).await;
        self.tippe("Passwort", passwort).await;
        self.klicke("Anmelden").await;
    }

    /// Clicks the button, link or tab with this text.
    pub async fn klicke(&self, text: &str) {
        self.klicke_in("", text).await;
    }

    /// Clicks in the row, group or section that contains `bereich`.
    pub async fn klicke_in(&self, bereich: &str, text: &str) {
        let knopf = self.finde("knopf", text, bereich).await;
        self.befehl(knopf.click(), &format!("Klick auf „{text}“")).await;
    }

    /// Replaces the content of the field with this label.
    pub async fn tippe(&self, label: &str, text: &str) {
        self.tippe_in("", label, text).await;
    }

    pub async fn tippe_in(&self, bereich: &str, label: &str, text: &str) {
        let feld = self.finde("feld", label, bereich).await;
        self.befehl(feld.clear(), &format!("Leeren von „{label}“")).await;
        self.befehl(feld.send_keys(text), &format!("Tippen in „{label}“")).await;
    }

    /// Chooses the entry with the text `wert` in the list with this label.
    pub async fn waehle(&self, label: &str, wert: &str) {
        let feld = self.finde("feld", label, "").await;
        self.befehl(feld.select_by_label(wert), &format!("Wahl von „{wert}“ in „{label}“")).await;
    }

    /// Clicks the checkbox or radio button with this label.
    pub async fn kreuze_an(&self, label: &str) {
        self.kreuze_an_in("", label).await;
    }

    pub async fn kreuze_an_in(&self, bereich: &str, label: &str) {
        let kasten = self.finde("wahl", label, bereich).await;
        self.befehl(kasten.click(), &format!("Ankreuzen von „{label}“")).await;
    }

    /// Opens the row of a table that contains this text.
    pub async fn oeffne_zeile(&self, text: &str) {
        let zelle = self.finde("zeile", text, "").await;
        self.befehl(zelle.click(), &format!("Klick auf die Zeile „{text}“")).await;
    }

    /// Types where the focus is.
    pub async fn schreibe(&self, text: &str) {
        let folge = text.chars().fold(KeyActions::new("tastatur".into()), |f, z| {
            f.then(KeyAction::Down { value: z }).then(KeyAction::Up { value: z })
        });
        self.befehl(self.client.perform_actions(folge), &format!("Tippen von „{text}“")).await;
    }

    /// Presses Tab until the focus stands on what fulfils the script, as one without a mouse does.
    pub async fn tab_bis(&self, bedingung: &str) {
        let skript = format!("const e = document.activeElement; return Boolean({bedingung})");
        for _ in 0..80 {
            if self.skript(&skript, vec![]).await == json!(true) {
                return;
            }
            self.taste("Tab").await;
        }
        self.scheitert(&format!("Mit Tab nicht erreichbar: {bedingung}")).await
    }

    /// Closes the notices at the edge of the window; at a machine's speed they pile up over the page's foot.
    pub async fn schliesse_meldungen(&self) {
        let skript = "for (const b of document.querySelectorAll('.meldung button')) b.click()";
        self.skript(skript, vec![]).await;
    }

    /// Presses a key where the focus is: `"J"`, `"Eingabe"`, `"Umschalt+Tab"`.
    pub async fn taste(&self, name: &str) {
        let tasten: Vec<char> = name.split('+').map(zeichen).collect();
        let runter = tasten.iter().map(|value| KeyAction::Down { value: *value });
        let rauf = tasten.iter().rev().map(|value| KeyAction::Up { value: *value });
        let folge = runter.chain(rauf).fold(KeyActions::new("tastatur".into()), |f, schritt| f.then(schritt));
        self.befehl(self.client.perform_actions(folge), &format!("Taste {name}")).await;
    }

    /// Waits for the page with this heading.
    pub async fn warte_auf_h1(&self, text: &str) {
        let skript =
            "return [...document.querySelectorAll('h1')].some((e) => e.innerText.trim() === arguments[0])";
        self.warte(skript, text, &format!("Überschrift „{text}“")).await;
    }

    /// Waits until this text stands in the window.
    pub async fn text_da(&self, text: &str) {
        let skript = "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
        self.warte(skript, text, &format!("Text „{text}“")).await;
    }

    /// Waits until this text has gone.
    pub async fn text_weg(&self, text: &str) {
        let skript = "return !document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
        self.warte(skript, text, &format!("Verschwinden von „{text}“")).await;
    }

    /// Waits until a script says true.
    pub async fn bis_wahr(&self, was: &str, skript: &str) {
        self.warte(skript, "", was).await;
    }

    /// Everything that stands in the window.
    pub async fn text(&self) -> String {
        let text = self.skript("return document.body.innerText", vec![]).await;
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Saves a picture to the folder `IKS_BILDER`, if one is named.
    pub async fn bild(&self, name: &str) {
        let Some(ordner) = env::var_os("IKS_BILDER") else {
            return;
        };
        // Without compositing WebKit waits for the next paint before it hands out a picture, and a page at rest
        // paints nothing: a dot of one pixel keeps it painting meanwhile.
        const AN: &str = "const p = document.createElement('i');
            p.style.cssText = 'position:fixed;right:0;bottom:0;width:1px;height:1px';
            document.body.append(p);
            let n = 0;
            const uhr = setInterval(() => (p.style.background = n++ % 2 ? '#fefefe' : '#ffffff'), 50);
            window.iksPunktWeg = () => { clearInterval(uhr); p.remove(); };";
        self.skript(AN, vec![]).await;
        let bild = self.befehl(self.client.screenshot(), "Bild").await;
        self.skript("window.iksPunktWeg()", vec![]).await;
        fs::create_dir_all(&ordner).unwrap();
        fs::write(Path::new(&ordner).join(format!("fenster-{name}.png")), bild).unwrap();
    }

    /// axe finds nothing on the page as it is (WCAG 2.1 A and AA).
    pub async fn ohne_barrieren(&self, wo: &str) {
        let pfad = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages/node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(pfad).expect("axe-core fehlt. Bitte `make setup` ausführen.");
        self.skript(&format!("if (!window.axe) {{ {axe} }}"), vec![]).await;
        // A list that loads is dimmed, and colours in motion would be read as low contrast.
        let ruhig = "return !document.querySelector('[aria-busy=\"true\"]')
            && document.getAnimations().every((a) => a.playState !== 'running')";
        self.bis_wahr("Ruhe", ruhig).await;
        let lauf = "const fertig = arguments[arguments.length - 1];
            const werte = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
            axe.run(document, { runOnly: { type: 'tag', values: werte } })
              .then((e) => fertig(e.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.target.join(' ')).join('; '))))
              .catch((f) => fertig([String(f)]));";
        let funde = self.befehl(self.client.execute_async(lauf, vec![]), "axe").await;
        assert_eq!(funde, json!([]), "Barrieren auf „{wo}“");
    }

    /// Runs a script in the page, for what no person can see.
    pub async fn skript(&self, skript: &str, werte: Vec<Value>) -> Value {
        self.befehl(self.client.execute(skript, werte), "Skript").await
    }

    /// One command to the core, sent by the page as the page itself sends it. A refusal is the error.
    pub async fn rufe(&self, befehl: &str, daten: Value) -> Result<Value, Value> {
        let skript = "const [befehl, daten, fertig] = arguments;
            window.__TAURI_INTERNALS__.invoke('rufe', { befehl, daten })
              .then((antwort) => fertig({ antwort }), (fehler) => fertig({ fehler }));";
        let ruf = self.client.execute_async(skript, vec![json!(befehl), daten]);
        let mut ergebnis = self.befehl(ruf, befehl).await;
        match ergebnis["fehler"].take() {
            Value::Null => Ok(ergebnis["antwort"].take()),
            fehler => Err(fehler),
        }
    }

    async fn finde(&self, art: &str, text: &str, bereich: &str) -> Element {
        let werte = vec![json!(art), json!(text), json!(bereich)];
        let was = format!("{art} „{text}“ {bereich}");
        let fund = self.bis(include_str!("finde.js"), werte, &was, |f| f[ELEMENT].is_string()).await;
        let id = fund[ELEMENT].as_str().unwrap().to_owned();
        Element::from_element_id(self.client.clone(), ElementRef::from(id))
    }

    async fn warte(&self, skript: &str, wert: &str, was: &str) {
        self.bis(skript, vec![json!(wert)], was, |da| *da == json!(true)).await;
    }

    /// Runs the script until its answer is good.
    async fn bis(&self, skript: &str, werte: Vec<Value>, was: &str, gut: impl Fn(&Value) -> bool) -> Value {
        let ende = Instant::now() + GEDULD;
        loop {
            // A page that is just changing answers with an error; the next try tells.
            let antwort = timeout(GEDULD, self.client.execute(skript, werte.clone())).await;
            match antwort {
                Ok(Ok(wert)) if gut(&wert) => return wert,
                _ if Instant::now() < ende => sleep(TAKT).await,
                Ok(Err(fehler)) => self.scheitert(&format!("{was} ist nicht da ({fehler})")).await,
                _ => self.scheitert(&format!("{was} ist nicht da")).await,
            }
        }
    }

    /// One command of WebDriver. A window that no longer answers fails the journey instead of stopping it.
    async fn befehl<T>(&self, kommando: impl Future<Output = Result<T, CmdError>>, was: &str) -> T {
        match timeout(GEDULD, kommando).await {
            Ok(Ok(wert)) => wert,
            Ok(Err(fehler)) => self.scheitert(&format!("{was}: {fehler}")).await,
            Err(_) => self.scheitert(&format!("{was}: Das Fenster antwortet nicht mehr")).await,
        }
    }

    /// Fails with what the window shows, as far as it still answers.
    async fn scheitert(&self, was: &str) -> ! {
        let kurz = Duration::from_secs(5);
        let text = timeout(kurz, self.client.execute("return document.body.innerText", vec![])).await;
        let text = text.ok().and_then(Result::ok).unwrap_or_default();
        panic!("{was}.\nIm Fenster steht:\n{}", text.as_str().unwrap_or_default());
    }
}

/// The key's WebDriver code; any other name is the character itself.
fn zeichen(name: &str) -> char {
    match name {
        "Eingabe" => Key::Enter.into(),
        "Escape" => Key::Escape.into(),
        "Tab" => Key::Tab.into(),
        "Leertaste" => ' ',
        "Hoch" => Key::Up.into(),
        "Runter" => Key::Down.into(),
        "Links" => Key::Left.into(),
        "Rechts" => Key::Right.into(),
        "Ende" => Key::End.into(),
        "Umschalt" => Key::Shift.into(),
        "Strg" => Key::Control.into(),
        "Alt" => Key::Alt.into(),
        _ => {
            let mut alle = name.chars();
            match (alle.next(), alle.next()) {
                (Some(eins), None) => eins,
                _ => panic!("unbekannte Taste {name}"),
            }
        }
    }
}
