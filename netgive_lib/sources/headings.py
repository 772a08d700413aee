"""How address books call their columns, in seven languages."""

from __future__ import annotations

import re

from netgive_lib.sources.tabular import squeezed

# For each field, in order of preference: the first of these columns that holds something is taken.
_WORDS = {
    "name": """full name; name; display name; contact name; contact; person; who; vollständiger name;
        anzeigename; nom complet; nom; nombre completo; nombre y apellidos; nombre; nome completo; nome;
        volledige naam; naam""",
    "first": """first name; given name; first; forename; christian name; vorname; rufname; prénom;
        nombre de pila; primer nombre; primeiro nome; nome próprio; nome di battesimo; voornaam; roepnaam""",
    "middle": """middle name; additional name; weitere vornamen; zweiter vorname; deuxième prénom;
        segundo nombre; nome do meio; secondo nome; tweede naam; middelste naam; tussenvoegsel""",
    "last": """last name; family name; surname; last; nachname; familienname; nom de famille; apellidos;
        apellido; sobrenome; apelido; último nome; cognome; achternaam; familienaam""",
    "maiden": """maiden name; birth name; name at birth; geburtsname; mädchenname; nom de jeune fille; nom de naissance;
        apellido de soltera; nome de solteira; cognome da nubile; meisjesnaam; geboortenaam""",
    "suffix": "suffix; name suffix; suffixe; sufijo; sufixo; suffisso; achtervoegsel",
    "emails": """e-mail; e-mail address; email address value; email value; mail; mail address; emails;
        primary email; secondary email; alternate email; work email;
        home email; personal email; business email; other email;
        e-mail-adresse; e-mail-adressen; e-mail privat; e-mail geschäftlich; primäre e-mail-adresse;
        sekundäre e-mail-adresse; adresse e-mail; adresse de messagerie; adresse électronique;
        adresse électronique principale; adresse électronique secondaire; courriel; mél; correo;
        correo electrónico; dirección de correo electrónico; dirección del correo electrónico;
        dirección de correo; endereço de e-mail; endereço de correio eletrónico;
        endereço de correio electrónico; endereço do correio electrónico; correio eletrónico;
        correio electrónico; indirizzo e-mail; indirizzo di posta elettronica; indirizzo posta elettronica;
        posta elettronica; e-mailadres; e-mailadressen; primair e-mailadres; secundair e-mailadres""",
    "phones": """mobile; mobile phone; mobile number; cell; cell phone; phone; phones; phone number;
        phone numbers; telephone; telephone number; tel; primary phone; home phone; work phone; business phone;
        other phone; yahoo phone; company main phone;
        car phone; telefon; telefonnummer; telefonnummern; mobiltelefon; mobil;
        handy; handynummer; rufnummer; telefon privat; telefon geschäftlich; telefon firma; weiteres telefon;
        haupttelefon; autotelefon; tel. dienstlich; tel. privat; mobil-tel.-nr.; téléphone; téléphone autre;
        téléphone principal; numéro de téléphone; tél mobile; téléphone mobile; téléphone portable; portable;
        téléphone domicile; tél domicile; téléphone bureau; téléphone société; teléfono; particular;
        otro teléfono; teléfono principal; número de centralita de la organización; teléfono móvil; móvil;
        celular; número de teléfono; teléfono particular; teléfono del trabajo; telefone; telemóvel;
        número de telefone; telefone celular; telefone residencial; telefone comercial; telefone da residência;
        telefone da empresa; telefone principal; outro telefone; telefono; cellulare; telefono cellulare;
        numero di telefono; abitazione; ufficio; telefono principale; altro telefono; abitazione telefono;
        ufficio telefono; telefoonnummer; telefoon; mobiel; mobiele telefoon; telefoon thuis; telefoon werk;
        telefoon op werk""",
    "organization": """company; company name; companies; organization; organization name; organisation;
        organisation name; employer; firma; firmenname; unternehmen; arbeitgeber; entreprise; société;
        employeur; empresa; compañía; organización; organização; companhia; azienda; società; ditta;
        organizzazione; bedrijf; bedrijfsnaam; werkgever; organisatie""",
    "title": """job title; position; organization title; occupation; job; role; profession; headline;
        berufsbezeichnung; stellenbezeichnung; stelle; funktion; beruf; poste; titre du poste; fonction;
        profession; intitulé du poste; cargo; puesto; profesión; profissão; função; posizione; ruolo; qualifica;
        mansione; professione; functie; functietitel; beroep""",
    # In Outlook a title is "Dr.", so it counts as a job only where no other column does.
    "title or degree": "title; titel; titre; título; titolo",
    "city": """city; town; location; home city; business city; work city; other city; address city; stadt; ort;
        wohnort; ort privat; ort geschäftlich; ville; ville domicile; ville bureau; ciudad; localidad;
        ciudad de residencia; ciudad del trabajo; ciudad de trabajo; cidade; cidade do endereço residencial;
        localidade da residência; localidade da empresa; città; città ab.; città uff.; città abitazione;
        città ufficio; stad; plaats; woonplaats; plaats thuis; plaats werk""",
    "birthday": """birthday; birth date; birthdate; date of birth; dob; geburtstag; geburtsdatum; anniversaire;
        date de naissance; jour de naissance; cumpleaños; fecha de nacimiento; día de nacimiento;
        data de nascimento; dia de nascimento; aniversário; compleanno; data di nascita; giorno di nascita;
        verjaardag; geboortedatum; geboortedag""",
    "connected on": """connected on; connection date; verbunden am; vernetzt am; in kontakt seit; datum der vernetzung;
        connecté le; date de connexion; fecha de conexión; conectado el; conectado em; data da conexão;
        data de conexão; collegato il; data di collegamento; data del collegamento; verbonden op""",
    "birth year": """birth year; geburtsjahr; année de naissance; año de nacimiento; ano de nascimento;
        anno di nascita; geboortejaar""",
    "birth month": """birth month; geburtsmonat; mois de naissance; mes de nacimiento; mês de nascimento;
        mese di nascita; geboortemaand""",
    "note": """notes; note; comments; comment; remarks; notizen; notiz; bemerkungen; bemerkung; anmerkungen;
        kommentar; remarques; commentaires; commentaire; notas; nota; comentarios; observaciones; observações;
        comentários; anotações; osservazioni; commenti; opmerkingen; notities; notitie""",
    "circle": """circle; group; groups; group membership; category; categories; label; labels; kategorie;
        kategorien; gruppe; gruppen; kreis; catégorie; catégories; groupe; groupes; étiquettes; libellés;
        categoría; categorías; grupo; grupos; etiquetas; categoria; categorias; marcadores; categorie; gruppo;
        gruppi; etichette; categorieën; groep; groepen""",
    "url": """linkedin; linkedin url; linkedin profile; linkedin profile url; profile; profile url; profil; url;
        website; website value; web site; web page; homepage; webseite; internetseite; site web; page web;
        página web; sitio web; site; pagina web; sito web; webpagina""",
    "topics": """topics; topic; tags; tag; interests; interest; keywords; skills; hobby; hobbies; themen;
        interessen; hobbys; schlagwörter; stichwörter; centres d'intérêt; intérêts; sujets; mots clés; temas;
        intereses; palabras clave; interesses; tópicos; palavras chave; interessi; argomenti; parole chiave;
        onderwerpen; trefwoorden""",
}
_FIELD_OF = {
    squeezed(word): field for field, words in _WORDS.items() for word in re.split(r";\s*", words.strip())
}
_YAHOOS = frozenset({"home", "work", "mobile", "other"})
"""In Yahoo's address book these are phones; one of them alone may be anything."""
_RANK = {heading: rank for rank, heading in enumerate(_FIELD_OF)}


def columns_of(header: tuple[str, ...]) -> dict[str, list[int]]:
    """Which columns hold which field: field -> indexes, the best first. Numbers in a heading don't matter.

    A name beside a first name is the last name, and beside a last name the first, as in "Prénom, Nom".

    >>> columns_of(("Vorname", "Name", "E-Mail-Adresse", "Schuhgröße", "E-Mail 2: Adresse"))
    {'first': [0], 'emails': [2, 4], 'last': [1]}
    """
    headings = [re.sub(r"\d+", "", squeezed(cell)) for cell in header]
    if _YAHOOS.issubset(headings):
        headings = [f"{word}phone" if word in _YAHOOS else word for word in headings]
    found: dict[str, list[int]] = {}
    for index in sorted(
        (index for index, heading in enumerate(headings) if heading in _FIELD_OF),
        key=lambda index: _RANK[headings[index]],
    ):
        found.setdefault(_FIELD_OF[headings[index]], []).append(index)
    if "name" in found and ("first" in found) != ("last" in found):
        found["last" if "first" in found else "first"] = found.pop("name")
    if "title" in found and len(found.get("title or degree", ())) < 2:
        # In French both are called "Titre": there the second is the job.
        found.pop("title or degree", None)
    return found
