//! What the file says of itself: the information dictionary and the same as XMP.

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Object, Stream, dictionary};

use super::super::modell::Kopf;
use super::schreiber::text;

/// Name of the program in the file. Without a version: the same report is the same bytes.
const PROGRAMM: &str = "IKS";

/// The information dictionary.
pub(super) fn info(kopf: &Kopf) -> Dictionary {
    let datum = Object::string_literal(pdf_datum(kopf.erstellt));
    dictionary! {
        "Title" => text(&kopf.titel),
        "Subject" => text(&kopf.gegenstand),
        "Author" => text(&kopf.haus),
        "Creator" => text(PROGRAMM),
        "Producer" => text(PROGRAMM),
        "CreationDate" => datum.clone(),
        "ModDate" => datum,
    }
}

/// A date as PDF writes it.
pub(super) fn pdf_datum(zeit: DateTime<FixedOffset>) -> String {
    let versatz = zeit.offset().local_minus_utc();
    let vorzeichen = if versatz < 0 { '-' } else { '+' };
    let minuten = versatz.abs() / 60;
    format!("D:{}{vorzeichen}{:02}'{:02}'", zeit.format("%Y%m%d%H%M%S"), minuten / 60, minuten % 60)
}

/// The metadata stream (ISO 19005-2, 6.6; ISO 14289-1, 5). `teil` is the part of PDF/A.
pub(super) fn xmp(kopf: &Kopf, teil: u8) -> Stream {
    let titel = maskiert(&kopf.titel);
    let gegenstand = maskiert(&kopf.gegenstand);
    let haus = maskiert(&kopf.haus);
    let sprache = kopf.sprache.kennung();
    let datum = kopf.erstellt.format("%Y-%m-%dT%H:%M:%S%:z");
    let paket = format!(
        r#"<?xpacket begin="{}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>{teil}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{titel}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{gegenstand}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{haus}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{sprache}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{datum}</xmp:CreateDate>
<xmp:ModifyDate>{datum}</xmp:ModifyDate>
<xmp:CreatorTool>{PROGRAMM}</xmp:CreatorTool>
<pdf:Producer>{PROGRAMM}</pdf:Producer>
</rdf:Description>
{ERWEITERUNG}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#,
        '\u{feff}'
    );
    Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, paket.into_bytes())
}

/// PDF/A wants every property outside its own list described; `pdfuaid:part` is one.
const ERWEITERUNG: &str = r#"<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"#;

fn maskiert(text: &str) -> String {
    // XML knows no control characters; a font without them has refused a visible one before.
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
