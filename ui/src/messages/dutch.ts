/** Everything that the window says, in Dutch. */
import { formatsOf } from "./format";
import type { Language } from "./translated";

const { FORMATS, counter } = formatsOf("nl", {
  bytes: { one: "# byte", other: "# bytes" },
  quotes: ["‘", "’"],
});

const COUNTED: Language["COUNTED"] = {
  lines: counter({ one: "# regel", other: "# regels" }),
  paragraphs: counter({ one: "# alinea", other: "# alinea's" }),
  areaIgnored: counter({
    one: "Weggelaten in # afbeelding. Ongedaan maken brengt de tekst terug.",
    other: "Weggelaten in # afbeeldingen. Ongedaan maken brengt de tekst terug.",
  }),
  ignoredAreas: counter({
    one: "# gebied wordt weggelaten in nieuwe afbeeldingen van dezelfde grootte.",
    other: "# gebieden worden weggelaten in nieuwe afbeeldingen van dezelfde grootte.",
  }),
  codes: counter({ one: "# code", other: "# codes" }),
  pages: counter({ one: "# pagina", other: "# pagina’s" }),
  pictures: counter({ one: "# afbeelding", other: "# afbeeldingen" }),
  picturesAdded: counter({
    one: "# afbeelding toegevoegd.",
    other: "# afbeeldingen toegevoegd.",
  }),
  filesRefused: counter({
    one: "# bestand kon niet worden geopend.",
    other: "# bestanden konden niet worden geopend.",
  }),
  filesSkipped: counter({
    one: "# bestand dat geen afbeelding is, is overgeslagen.",
    other: "# bestanden die geen afbeeldingen zijn, zijn overgeslagen.",
  }),
  textsSaved: counter({ one: "# tekst opgeslagen.", other: "# teksten opgeslagen." }),
  picturesWithoutText: counter({
    one: "# afbeelding heeft geen tekst.",
    other: "# afbeeldingen hebben geen tekst.",
  }),
  linesRead: counter({ one: "# regel gelezen.", other: "# regels gelezen." }),
  picturesRead: counter({ one: "# afbeelding gelezen.", other: "# afbeeldingen gelezen." }),
  picturesFailed: counter({
    one: "# afbeelding kon niet worden gelezen.",
    other: "# afbeeldingen konden niet worden gelezen.",
  }),
  filesLocked: counter({
    one: "# bestand heeft een wachtwoord nodig.",
    other: "# bestanden hebben een wachtwoord nodig.",
  }),
  picturesCancelled: counter({
    one: "# afbeelding is geannuleerd.",
    other: "# afbeeldingen zijn geannuleerd.",
  }),
  copyLines: counter({ one: "# regel kopiëren", other: "# regels kopiëren" }),
  linesSelected: counter({
    one: "# regel in dit gebied.",
    other: "# regels in dit gebied.",
  }),
  linesCopied: counter({ one: "# regel gekopieerd.", other: "# regels gekopieerd." }),
  charactersCopied: counter({ one: "# teken gekopieerd.", other: "# tekens gekopieerd." }),
  replacements: counter({ one: "# plaats vervangen.", other: "# plaatsen vervangen." }),
  picturesChanged: counter({
    one: "# afbeelding is gewijzigd.",
    other: "# afbeeldingen zijn gewijzigd.",
  }),
  words: counter({ one: "# woord", other: "# woorden" }),
  uncertainWords: counter({
    one: "# onzeker woord controleren",
    other: "# onzekere woorden controleren",
  }),
  uncertain: counter({ one: "# onzeker", other: "# onzeker" }),
  clearRemoves: counter({
    one: "‘Wissen’ verwijdert deze.",
    other: "‘Wissen’ verwijdert ze.",
  }),
  picturesBeingRead: counter({
    one: "# afbeelding wordt gelezen.",
    other: "# afbeeldingen worden gelezen.",
  }),
  picturesUnkept: counter({
    one: "U hebt de tekst van # afbeelding gewijzigd en niet opgeslagen of gekopieerd.",
    other: "U hebt de teksten van # afbeeldingen gewijzigd en niet opgeslagen of gekopieerd.",
  }),
};

export const DUTCH: Language = {
  CAPTURE: {
    button: "Vastleggen",
    hint: "Tekst van het scherm vastleggen",
    cancelled: "Het vastleggen is geannuleerd.",
    hotkeysFailed: (keys) =>
      `Deze toetsen voor vastleggen werken niet: ${keys}. De instellingen zeggen waarom.`,
    heading: "Scherm vastleggen",
    target: "Na het vastleggen",
    hotkey: "Toetsen om vast te leggen",
    againHotkey: "Toetsen voor hetzelfde gebied",
    keysHint: "Selecteer het veld en druk op de nieuwe toetsen. Delete verwijdert ze.",
    noKeys: "Geen",
    tray: "Pictogram in het systeemvak",
    trayHint: "Legt vast en opent het venster vanuit het systeemvak.",
    noTray: "Dit bureaublad toont geen pictogrammen in een systeemvak.",
    startHidden: "In het systeemvak blijven",
    startHiddenHint:
      "Start zonder venster, en na het sluiten van het venster blijft het programma in het systeemvak. Geopende afbeeldingen blijven in het geheugen totdat u ze wist of het programma afsluit.",
    byDesktop:
      "Op dit bureaublad vraagt het systeem wat er moet worden vastgelegd en slaat het op in een bestand. Het programma leest het bestand en verwijdert het meteen.",
    unsupported:
      "Vastleggen is op dit systeem nog niet beschikbaar. Maak een schermafbeelding en plak die met ‘Plakken’.",
  },

  CAPTURE_TARGETS: {
    clipboard: "De tekst kopiëren",
    window: "In het venster openen",
  },

  HOTKEY_PROBLEMS: {
    taken: "Een ander programma gebruikt deze toetsen. Kies andere.",
    duplicate: "De andere functie heeft deze toetsen al. Kies andere.",
    invalid:
      "Andere programma’s hebben deze toetsen nodig. Voeg Super toe, of twee van Ctrl, Alt en Shift; bij een F-toets is één genoeg.",
    unsupported:
      "Op dit bureaublad kunnen programma’s geen sneltoetsen instellen. Stel in de toetsenbordinstellingen van het bureaublad een sneltoets in die imagetotext-app --capture uitvoert.",
  },

  CONSENT: {
    title: "Uw afbeeldingen blijven op deze computer",
    titleOutdated: "Het privacybeleid is gewijzigd",
    lead: "ImageToText leest de tekst in uw afbeeldingen, alleen op deze computer. Voordat er iets wordt gelezen, is uw toestemming nodig.",
    leadOutdated: "Lees wat er is gewijzigd. Er wordt niets gelezen totdat u opnieuw akkoord gaat.",
    changed: "Wat er is gewijzigd",
    full: "Privacybeleid",
    fullVersion: (number, day) => `versie ${number}, ${day}`,
    policy: "Ik heb het privacybeleid gelezen en ga ermee akkoord",
    adult: "Ik ben 14 jaar of ouder",
    agree: "Akkoord",
    decline: "Weigeren",
    declineHint: "Als u weigert, sluit het programma en wordt er niets opgeslagen.",
  },

  FORMATS,
  COUNTED,

  READ_ERRORS: {
    empty: "Het bestand is leeg. Kies een ander bestand.",
    notAPicture:
      "Dit bestand is geen afbeelding. Kies een pdf-, PNG-, JPEG-, HEIC-, WebP-, BMP-, GIF- of TIFF-bestand.",
    unsupported: (format) =>
      `${format}-bestanden kunnen niet worden gelezen. Sla het bestand eerst op als PNG of JPEG.`,
    unsupportedSvg:
      "SVG-bestanden kunnen niet worden gelezen. Exporteer het bestand eerst als PNG.",
    unsupportedKind: (format) =>
      `Dit soort ${format}-bestand kan niet worden gelezen. Sla het eerst op als PNG.`,
    damaged: (format) =>
      `Deze ${format}-afbeelding is beschadigd of onvolledig. Zorg voor een andere kopie.`,
    damagedPdf: "Deze pdf is beschadigd of onvolledig. Zorg voor een andere kopie.",
    tooManyPixels: (millions, side) =>
      `De afbeelding heeft meer dan ${millions} miljoen pixels, of meer dan ${side} aan één kant. Snijd deze bij, verdeel deze of maak deze kleiner.`,
    tooManyPages: "Alleen de eerste 1000 pagina’s zijn gelezen. Splits het bestand.",
    passwordNeeded: "Deze pdf is beveiligd met een wachtwoord. Voer het in.",
    wrongPassword: "Dit wachtwoord is niet juist. Probeer het opnieuw.",
    tooLarge: (megabytes) =>
      `Het bestand is groter dan ${megabytes} MB. Snijd de afbeelding bij of maak deze kleiner.`,
    changed: "Het bestand is gewijzigd sinds het is gelezen. Open het opnieuw.",
    missing: "Bestand niet gevonden. Controleer de naam en de locatie en open het opnieuw.",
    directory: "Dit is een map. Open de afbeeldingen in de map, of zet alleen de map neer.",
    special: "Dit is geen afbeeldingsbestand. Sla de afbeelding eerst op als bestand.",
    denied:
      "U hebt geen machtiging om dit bestand te lezen. Wijzig de machtigingen of open een kopie.",
    unreadable: "Het bestand kon niet worden gelezen. Probeer een kopie.",
    tookTooLong: (seconds) =>
      `Het lezen duurde langer dan ${seconds} seconden en is gestopt. Snijd de afbeelding bij of verdeel deze in delen.`,
    outOfMemory:
      "Er is niet genoeg geheugen voor deze afbeelding. Snijd deze bij of maak deze kleiner.",
    crashed:
      "Het lezen is onverwacht gestopt. Lees de afbeelding opnieuw of probeer een andere kopie.",
    internal:
      "Een fout in dit programma heeft het lezen gestopt. Meld de fout, zonder de afbeelding.",
  },

  NOTHING_ADDED: {
    clipboardEmpty:
      "Het klembord is leeg. Kopieer eerst een afbeelding of maak een schermafbeelding.",
    clipboardText:
      "Het klembord bevat tekst en geen afbeelding. Kopieer eerst een afbeelding of maak een schermafbeelding.",
    clipboardUnavailable:
      "Het klembord reageert niet. Kopieer de afbeelding opnieuw of open deze als bestand.",
    link: "Dit is een koppeling, en dit programma downloadt nooit iets. Sla de afbeelding eerst op.",
    emptyFolder: "Er zijn geen afbeeldingen in deze map. Kies een andere map.",
  },

  COMMAND_ERRORS: {
    notConsented:
      "U bent nog niet akkoord gegaan met het privacybeleid. Lees het en ga eerst akkoord.",
    noSuchJob: "Deze afbeelding is niet meer geopend. Open de afbeelding opnieuw.",
    stalePolicy:
      "Het privacybeleid is gewijzigd. Start het programma opnieuw om de nieuwe versie te lezen.",
    notAdult: "Bevestig dat u 14 jaar of ouder bent om door te gaan.",
    notRedactable:
      "Een pdf toont de afbeelding, die niet zwartgemaakt kan worden. Zet Zwartmaken uit of kies een ander type.",
    saveOverPicture: (name) =>
      `${name} is de geopende afbeelding zelf en zou worden vervangen. Kies een andere naam.`,
    pictureFileGone: (name) =>
      `Voor een pdf is het bestand ${name} nodig, dat er niet meer is. U kunt de tekst nog wel in andere indelingen opslaan.`,
    unknownFormat: (ending) =>
      `ImageToText kan geen ${ending}-bestanden opslaan. Kies een ander type, zoals Tekst of Markdown.`,
    internal:
      "Er is een fout opgetreden in dit programma. Probeer het opnieuw en meld het als het weer gebeurt.",
  },

  CLIPBOARD_ERRORS: {
    empty:
      "Er is geen tekst om te kopiëren, dus het klembord is niet gewijzigd. Probeer een andere afbeelding.",
    busy: "Een ander programma gebruikt het klembord. Probeer het opnieuw.",
    unavailable: "Het klembord is niet beschikbaar. Sla de tekst op in een bestand.",
    notKept:
      "Het klembord heeft de tekst niet bewaard. Probeer het opnieuw of sla de tekst op in een bestand.",
  },

  CAPTURE_ERRORS: {
    unsupported:
      "Op dit bureaublad kan dit programma het scherm niet vastleggen. Maak een schermafbeelding en plak die.",
    denied:
      "Het bureaublad heeft het vastleggen niet toegestaan. Maak een schermafbeelding en plak die.",
    notPermitted:
      "Sta ImageToText in Systeeminstellingen onder ‘Privacy en beveiliging’ toe het scherm op te nemen en start het opnieuw.",
    busy: "Het scherm is vergrendeld of er is een menu geopend. Sluit het en leg opnieuw vast.",
    noAnswer:
      "Het scherm kon niet worden vastgelegd. Probeer het opnieuw of plak een schermafbeelding.",
    emptyRegion: "Dit gebied staat op geen enkel scherm. Selecteer het opnieuw.",
    noRegion: "Er is geen gebied om opnieuw vast te leggen. Leg er eerst een vast.",
    unreadable: "De vastgelegde afbeelding kon niet worden gelezen. Probeer het opnieuw.",
  },

  STORAGE_ERRORS: {
    full: (path) =>
      `${path} kon niet worden geschreven omdat de schijf vol is. Maak ruimte vrij en probeer het opnieuw.`,
    denied: (path) =>
      `${path} kon niet worden geschreven omdat u geen machtiging hebt. Wijzig de machtigingen en probeer het opnieuw.`,
    other: (path) =>
      `${path} kon niet worden geschreven. Controleer de map en probeer het opnieuw.`,
  },

  SAVE_ERRORS: {
    full: (name) =>
      `${name} kon niet worden opgeslagen omdat de schijf vol is. Maak ruimte vrij of sla het ergens anders op.`,
    denied: (name) =>
      `${name} kon niet worden opgeslagen omdat u daar niet mag schrijven. Sla het ergens anders op.`,
    other: (name) => `${name} kon niet worden opgeslagen. Sla het ergens anders op.`,
  },

  FIND: {
    bar: "Zoeken in de tekst",
    query: "Zoeken",
    replacement: "Vervangen door",
    previous: "Vorig resultaat",
    next: "Volgend resultaat",
    matchCase: "Hoofdlettergevoelig",
    everywhere: "In alle afbeeldingen",
    replaceOne: "Vervangen",
    replaceAll: "Alles vervangen",
    close: "Zoeken sluiten",
    none: "Niets gevonden.",
    found: (all, isMore) => `${FORMATS.number(all)}${isMore ? "+" : ""} gevonden`,
    inAll: (here, all, isMore) =>
      `${here}, ${FORMATS.number(all)}${isMore ? "+" : ""} in alle afbeeldingen`,
    noneHere: "0 hier",
    count: (at, all, isMore) =>
      `${FORMATS.number(at)} van ${FORMATS.number(all)}${isMore ? "+" : ""}`,
  },

  UNSAVED: (name) => `U hebt de tekst van ${name} gewijzigd en niet opgeslagen of gekopieerd.`,
  EDITS_COME_BACK:
    "Uw wijzigingen in de tekst horen bij de afbeelding zoals die nu is. Als u de afbeelding terugdraait, zijn ze er weer.",
  PAGE_EDITS_COME_BACK: (page) =>
    `Uw wijzigingen in de tekst van pagina ${page} horen bij de pagina zoals die nu is. Als u de pagina terugdraait, zijn ze er weer.`,

  CONFIRM: {
    close: {
      title: "Sluiten zonder opslaan?",
      yes: "Sluiten zonder opslaan",
      no: "Open laten",
    },
    clear: {
      title: "Alles wissen?",
      yes: "Alles wissen",
      no: "Behouden",
    },
    remove: {
      title: "Deze afbeelding verwijderen?",
      yes: "Verwijderen",
      no: "Behouden",
    },
    rotate: {
      title: "De afbeelding opnieuw lezen?",
      yes: "Opnieuw lezen",
      no: "Annuleren",
    },
  },

  KEYS: {
    Ctrl: "Ctrl",
    Shift: "Shift",
    Alt: "Alt",
    Esc: "Esc",
    Delete: "Delete",
    Up: "↑",
    Down: "↓",
    PageUp: "Page Up",
    PageDown: "Page Down",
    Plus: "Plus",
    Super: "Super",
    PrintScreen: "Print Screen",
    Pause: "Pause",
    Space: "Spatie",
    Insert: "Insert",
    Home: "Home",
    End: "End",
    Left: "←",
    Right: "→",
  },

  PROGRAM: "ImageToText",

  LINE_MODES: {
    keep: "Regels",
    paragraphs: "Alinea’s",
    one: "Eén regel",
  },

  COPY_FORMATS: {
    text: "Tekst",
    table: "Tabel voor een spreadsheet",
    markdown: "Markdown",
    csv: "CSV",
    html: "Webpagina (HTML)",
    json: "JSON",
  },

  SAVE_FORMATS: {
    text: "Tekst",
    pdf: "PDF met de afbeelding, doorzoekbaar",
    docx: "Word-document",
    odt: "OpenDocument-tekst",
    xlsx: "Excel-werkmap",
    csv: "Tabellen als CSV",
    markdown: "Markdown",
    html: "Webpagina",
    epub: "E-boek (EPUB)",
    json: "JSON met posities",
    hocr: "hOCR",
    alto: "ALTO",
    pageXml: "PAGE XML",
    tsv: "Tabel van woorden",
  },
  ENTITY_KINDS: { link: "Link", email: "E-mail", phone: "Telefoon", iban: "IBAN", card: "Kaart" },
  ENGINES: {
    builtin: "Standaard",
    ocrs: "Alternatief (langzamer)",
  },

  THEMES: {
    system: "Zoals het systeem",
    light: "Licht",
    dark: "Donker",
  },

  STORED_FILES: {
    consent: "Uw toestemming",
    settings: "Instellingen",
    counters: "Tellers",
    autostart: "Automatisch starten",
  },

  JOB_STATES: {
    waiting: "Wacht",
    reading: "Lezen…",
    readingPage: (page) => `Pagina ${page} lezen…`,
    noText: "Geen tekst gevonden",
    failed: "Kon niet worden gelezen",
    locked: "Wachtwoord nodig",
    cancelled: "Geannuleerd",
  },

  NETWORK: {
    refused:
      "Geblokkeerd. Zojuist gecontroleerd: het systeem laat dit programma geen verbinding maken met internet.",
    open: "Niet gebruikt. Dit programma heeft geen onderdeel dat gegevens kan verzenden, maar het systeem zou een verbinding niet blokkeren.",
    unknown:
      "Niet gebruikt. Er kon niet worden gecontroleerd of het systeem een verbinding zou blokkeren.",
  },

  MENUS: {
    picture: "Afbeelding",
    text: "Tekst",
    entry: "Afbeelding in de lijst",
    selection: "Selectie",
    copySelection: "Selectie kopiëren",
    copyLine: "Regel kopiëren",
    copyAll: "Alles kopiëren",
    copyText: "Tekst kopiëren",
    rotateLeft: "Linksom draaien",
    rotateRight: "Rechtsom draaien",
    fit: "Passend",
    remove: "Verwijderen",
    undo: "Ongedaan maken",
    redo: "Opnieuw",
    cut: "Knippen",
    copy: "Kopiëren",
    paste: "Plakken",
    selectAll: "Alles selecteren",
  },

  OUTCOMES: {
    agreed: "Klaar.",
    savedInFolder: (folder) => `Opgeslagen in de map ${folder}.`,
    savedAs: (name, place) => `Opgeslagen als ${name} in ${place}.`,
    exported: (name) => `Uw gegevens zijn geëxporteerd naar ${name}.`,
    nothingToSave: "Er is geen tekst om op te slaan. Probeer een andere afbeelding.",
    emptyArea: "Er staat geen tekst in dit gebied.",
    textSize: (percent) => `Tekstgrootte: ${percent}.`,
    withdrawn: "Uw toestemming is ingetrokken en alles is gewist.",
    noUncertainWords: "Er zijn geen onzekere woorden meer in deze tekst.",
    uncertainWord: (nth, all) =>
      `Onzeker woord ${nth} van ${all}. Vergelijk het met de afbeelding.`,
    saving: "Wordt opgeslagen…",
    reading: (done, all) => `${done} van ${all} afbeeldingen gelezen`,
    readingAgain: "De afbeelding wordt opnieuw gelezen…",
    cleared: "Alles is gewist.",
    erased: "Instellingen en tellers gewist.",
    privateCopy:
      "U kunt het plakken zoals gewoonlijk, maar het komt niet in de klembordgeschiedenis.",
  },

  LINE_MODE_CHANGED: {
    keep: "Regels zoals in de afbeelding.",
    paragraphs: "Eén regel per alinea; afgebroken woorden samengevoegd.",
    one: "Alles op één regel.",
  },

  PANELS: {
    data: "Uw gegevens",
    privacy: "Privacy",
    settings: "Instellingen",
    help: "Help",
    shortcuts: "Sneltoetsen",
    policy: "Privacybeleid",
  },

  PANEL: { back: "Terug" },

  DATA: {
    loading: "Laden…",
    lead: "Dit is alles wat het programma over u opslaat, alleen op deze computer. Afbeeldingen en teksten worden niet opgeslagen, tenzij u ze zelf opslaat.",
    rights: "Wat u kunt doen",
    correct: "Instellingen wijzigen",
    correctHint: "Opent ‘Instellingen’. De tellers kunt u hieronder corrigeren.",
    export: "Exporteren",
    exportHint: "Slaat alles wat hier staat op in een bestand van uw keuze (JSON).",
    erase: "Wissen",
    eraseHint: "Wist uw instellingen en tellers. Uw toestemming blijft.",
    withdraw: "Toestemming intrekken",
    withdrawHint: "Wist alles, sluit alle afbeeldingen en gaat terug naar het eerste scherm.",
    eraseTitle: "Instellingen en tellers wissen?",
    eraseText:
      "De instellingen krijgen hun standaardwaarden en de tellers worden gewist. Dit kan niet ongedaan worden gemaakt.",
    withdrawTitle: "Uw toestemming intrekken?",
    withdrawText:
      "Het lezen stopt, geopende afbeeldingen en teksten worden gesloten en alle bestanden hieronder worden gewist. Dit kan niet ongedaan worden gemaakt.",
    cancel: "Annuleren",
    eraseNow: "Wissen",
    withdrawNow: "Intrekken en wissen",
    consent: "Uw toestemming",
    policy: "Privacybeleid",
    version: (number) => `versie ${number}`,
    agreed: "Akkoord op",
    adult: "14 jaar of ouder",
    program: "Programma",
    settings: "Instellingen",
    window: "Venstergrootte",
    windowSize: (width, height) => `${width} × ${height}`,
    noWindow: "nog niet opgeslagen",
    yes: "ja",
    no: "nee",
    counters: "Gelezen afbeeldingen",
    nothingCounted: "Nog niets geteld.",
    notCounted: "Tellen staat uit. U kunt het inschakelen bij ‘Instellingen’.",
    files: "Waar het is opgeslagen",
    noFile: "bestaat nog niet",
    memoryFolder: "Weergave-engine",
    inMemory: "in het geheugen, gewist bij afsluiten",
  },

  PRIVACY: {
    lead: "Dit programma leest uw afbeeldingen op deze computer. Het verzendt niets en slaat geen afbeelding of tekst op, tenzij u de tekst opslaat. Hieronder staat wat het nu doet, elke seconde bijgewerkt.",
    loading: "Controleren…",
    network: "Internetverbindingen",
    pictures: "Afbeeldingen in het geheugen",
    noPictures: "Geen.",
    somePictures: (number, size) =>
      `${COUNTED.pictures(number)}, ${size}. ${COUNTED.clearRemoves(number)}`,
    workers: "Lezen",
    readersNow: (busy, idle) => {
      const working = busy === 0 ? "Er wordt niets gelezen." : COUNTED.picturesBeingRead(busy);
      const waiting = idle === 0 ? "" : " De volgende kan meteen beginnen.";
      return `${working}${waiting} Elke afbeelding wordt gelezen door een eigen proces, dat ermee eindigt.`;
    },
    files: "Bestanden die het zelf schrijft",
    onlyFiles: "Alleen die hieronder. Ze bevatten nooit een afbeelding of de tekst ervan.",
  },

  SETTINGS: {
    language: "Taal",
    systemLanguage: "Zoals het systeem",
    theme: "Thema",
    lines: "Regeleinden",
    engine: "Tekstherkenning",
    engineHint:
      "Probeer het alternatief als een tekst slecht wordt gelezen. Andere afbeeldingen duren er langer mee. De instelling geldt voor nieuwe afbeeldingen; open een afbeelding opnieuw om die nog eens te lezen.",
    textSize: "Tekstgrootte",
    textSizeHint: "Ook met Ctrl en het muiswiel boven de tekst.",
    percent: FORMATS.percent,
    smaller: "Kleinere tekst",
    larger: "Grotere tekst",
    usual: "Herstellen",
    keepOnTop: "Altijd op voorgrond",
    keepOnTopHint: "Het venster blijft boven andere vensters, waar het bureaublad dat toestaat.",
    autostart: "Starten bij aanmelden",
    autostartHint:
      "Het programma start wanneer u zich aanmeldt; in het systeemvak, als het daar blijft.",
    copyAtOnce: "Automatisch kopiëren",
    copyAtOnceHint: "Kopieert de tekst naar het klembord zodra een afbeelding is gelezen.",
    privateCopy: "Privé kopiëren",
    privateCopyHint:
      "Vraagt de klembordgeschiedenis van uw systeem (zoals Win+V of Klipper) niet te bewaren wat u hier kopieert, en het niet naar andere apparaten te sturen. U kunt het plakken zoals gewoonlijk.",
    markEntities: "Links en nummers markeren",
    markEntitiesHint:
      "Links, e-mailadressen, telefoonnummers, IBAN’s en kaartnummers worden onderstreept en zijn met één klik te kopiëren. Er wordt niets geopend.",
    redact: "Kopieën en bestanden zwartmaken",
    redactHint:
      "Kaartnummers, IBAN’s, e-mailadressen en telefoonnummers worden ████. Niet gevonden worden namen, postadressen, datums, andere nummers en nummers die verkeerd gelezen zijn, op de volgende regel doorgaan of maar deels gekopieerd worden. De afbeelding verandert niet. Controleer de tekst voordat u die doorgeeft. In Linux plakt de middelste muisknop geselecteerde tekst zonder zwartmaken.",
    count: "Afbeeldingen tellen",
    countHint:
      "Telt hoeveel afbeeldingen elke maand worden gelezen, alleen op deze computer. U kunt de aantallen bekijken, corrigeren en wissen bij ‘Uw gegevens’.",
  },

  HELP: {
    lead: "Leest de tekst in uw afbeeldingen, alleen op deze computer. Er wordt niets verzonden.",
    howTo: "Zo werkt het",
    add: "Een afbeelding toevoegen",
    addHow: "Open de afbeelding, sleep deze naar het venster, of kopieer en plak deze hier.",
    capture: "Vastleggen van het scherm",
    captureHow:
      "Klik op ‘Vastleggen’ en sleep over de tekst. De tekst wordt gekopieerd of opent in het venster, zoals in de instellingen is gekozen.",
    captureAnywhere: "In elk programma:",
    check: "De tekst controleren",
    checkHow: "Woorden die fout kunnen zijn, zijn gemarkeerd. Ga van het ene naar het volgende.",
    copy: "De tekst kopiëren",
    copyHow: "Alles, of wat u in de tekst of op de afbeelding hebt geselecteerd.",
    menus: "Meer",
    menusHow: "Klik met de rechtermuisknop op een afbeelding, de tekst of een item in de lijst.",
    licences: "Licenties",
    licenceText: [
      "ImageToText is vrije software. U mag het naar keuze gebruiken onder de MIT-licentie of de Apache-licentie 2.0.",
      "Het bevat vrije software van anderen, onder licenties die dit toestaan. De weergave-engine van uw systeem tekent het venster en heeft een eigen licentie.",
    ],
  },

  POLICY: {
    translated:
      "Deze tekst is een vertaling. Waar die afwijkt van de Engelse tekst, geldt de Engelse.",
    version: "Versie",
    option: (number, day) => `${number} (${day})`,
    updated: (number, day) => `Versie ${number}, bijgewerkt op ${day}`,
    heading: (number, day) => `Versie ${number}, ${day}`,
    changes: "Wat er in deze versie is gewijzigd",
  },

  SHORTCUT_GROUPS: {
    pictures: "Afbeeldingen",
    text: "Tekst",
    view: "Beeld",
    program: "Programma",
  },

  SHORTCUT_LABELS: {
    open: "Afbeeldingen openen",
    paste: "Een afbeelding plakken",
    capture: "Tekst van het scherm vastleggen",
    captureAgain: "Hetzelfde gebied opnieuw vastleggen",
    rotateLeft: "Linksom draaien en opnieuw lezen",
    rotateRight: "Rechtsom draaien en opnieuw lezen",
    previousPicture: "Vorige afbeelding",
    nextPicture: "Volgende afbeelding",
    remove: "De afbeelding verwijderen (in de lijst of op de afbeelding)",
    clear: "Alles wissen",
    copy: "De selectie of de hele tekst kopiëren",
    copyLine: "De huidige regel kopiëren",
    copyAll: "De tekst van alle afbeeldingen kopiëren",
    save: "De tekst als bestand opslaan",
    saveAll: "De tekst van alle afbeeldingen opslaan",
    linesKeep: "Regeleinden behouden",
    linesParagraphs: "Regels samenvoegen tot alinea’s",
    linesOne: "Eén enkele regel",
    nextLowConfidenceWord: "Volgend onzeker woord",
    previousLowConfidenceWord: "Vorig onzeker woord",
    undo: "De laatste wijziging van de tekst ongedaan maken",
    redo: "De wijziging opnieuw uitvoeren",
    find: "Zoeken in de tekst",
    replace: "Zoeken en vervangen",
    findNext: "Volgend resultaat",
    findPrevious: "Vorig resultaat",
    restore: "Alle wijzigingen ongedaan maken",
    zoomIn: "Inzoomen; grotere tekst tijdens het bewerken",
    zoomOut: "Uitzoomen; kleinere tekst",
    zoomFit: "Passend; gewone tekstgrootte",
    zoomActual: "Werkelijke grootte",
    previousPage: "Vorige pagina",
    nextPage: "Volgende pagina",
    nextArea: "Volgend gebied: lijst, afbeelding, tekst",
    previousArea: "Vorig gebied",
    escape: "Lezen annuleren, een gebied opheffen, een paneel sluiten",
    cancelAll: "Alles annuleren",
    privacy: "Privacy",
    data: "Uw gegevens",
    settings: "Instellingen",
    policy: "Privacybeleid",
    help: "Help",
    shortcuts: "Sneltoetsen",
  },

  WORKSPACE: {
    toolbar: "Afbeeldingen",
    open: "Openen",
    openPictures: "Afbeeldingen openen",
    paste: "Plakken",
    cancelAll: "Alles annuleren",
    copyAll: "Alles kopiëren",
    saveAll: "Alles opslaan",
    saveAllAsPdf: "Alles in één pdf opslaan",
    clear: "Wissen",
    cancel: "Annuleren",
    remove: "Verwijderen",
    read: "Opnieuw lezen",
    readAll: "Alle geannuleerde lezen",
    cancelled: "Het lezen is geannuleerd.",
    password: "Wachtwoord",
    unlock: "Ontgrendelen",
    reading: (name) => `${name} wordt gelezen`,
    cancelOne: (name) => `${name} annuleren`,
    removeOne: (name) => `${name} verwijderen`,
    dropToAdd: "Loslaten om toe te voegen",
    split: "Grootte van afbeelding en tekst wijzigen",
    splitHint:
      "Sleep of gebruik de pijltoetsen om de grootte te wijzigen. Dubbelklik om te herstellen.",
  },

  EMPTY: {
    title: "Zet hier een afbeelding neer",
    titleDragging: "Loslaten om te lezen",
    before: "of plak er een met",
    after: ", of open een bestand.",
    formats:
      "Pdf, PNG, JPEG, HEIC, TIFF en veel meer. U kunt meerdere bestanden of een hele map toevoegen.",
  },

  QUEUE: { list: "Lijst met afbeeldingen" },

  PICTURE: {
    ignoreArea: "Weglaten",
    ignoreAreaHint: "De inhoud van dit gebied uit de tekst weglaten",
    ignoreHere: "In deze afbeelding",
    ignoreEverywhere: "In alle afbeeldingen van deze grootte, ook in nieuwe",
    pane: "Beeld",
    orText: "Beeld of tekst",
    page: (name, page) => `Afbeelding ${name}, pagina ${page}`,
    rotateLeft: "Linksom draaien",
    rotateRight: "Rechtsom draaien",
    previousPage: "Vorige pagina",
    nextPage: "Volgende pagina",
    ofPages: (page, pages) => `${page} / ${pages}`,
    zoomOut: "Uitzoomen",
    zoomIn: "Inzoomen",
    actual: "Werkelijke grootte",
    percent: (scale) => FORMATS.percent(scale * 100),
    fit: "Passend",
    copyLine: "Deze regel kopiëren",
    selectArea: "Een gebied selecteren",
    selectAreaHint: "Een gebied selecteren (Ctrl en slepen)",
    area: "Geselecteerd gebied",
    areaHint:
      "De pijltoetsen verplaatsen het, met Shift wijzigen ze de grootte. Enter kopieert de tekst, Esc heft het op.",
    copyArea: COUNTED.copyLines,
  },

  CODES: {
    list: "QR-codes en streepjescodes",
    qr: "QR-code",
    copy: (kind) => `Kopiëren: ${kind}`,
    alone: "In deze afbeelding staat geen tekst, alleen wat de codes zeggen.",
  },

  TEXT: {
    redact: "Zwartmaken",
    redactHint:
      "Zet ████ in plaats van kaartnummers, IBAN’s, e-mailadressen en telefoonnummers in kopieën en bestanden. Namen en postadressen blijven.",
    entities: (number: string) => `Links en nummers (${number})`,
    copyEntity: "Link of nummer kopiëren",
    pane: "Tekst",
    of: (name) => `Tekst van ${name}`,
    modes: "Regeleinden",
    copy: "Kopiëren",
    copyLine: "Regel kopiëren",
    copyAs: "Kopiëren als",
    page: (page) => `Pagina ${page}`,
    save: "Opslaan als",
    none: "Er is geen tekst gevonden in deze afbeelding.",
    unread: {
      arabic: "Dit lijkt op Arabisch, dat nog niet gelezen wordt.",
      hebrew: "Dit lijkt op Hebreeuws, dat nog niet gelezen wordt.",
      devanagari: "Dit lijkt op Devanagari (Hindi en andere), dat nog niet gelezen wordt.",
      thai: "Dit lijkt op Thai, dat nog niet gelezen wordt.",
      other: "Dit lijkt op een schrift dat nog niet gelezen wordt.",
    },
    noneHint:
      "Als de afbeelding op de zijkant ligt, draait u deze. Probeer anders een grotere of scherpere kopie.",
    stopIgnoring: "Stoppen",
    attachments: (names) => `Bijlagen zijn niet gelezen: ${names}.`,
    missingAfter: (page) => `De pagina’s na pagina ${page} ontbreken.`,
    lowConfidenceWords: (number, keys) => `${COUNTED.uncertainWords(number)} (${keys})`,
    nextLowConfidenceWord: "Naar het volgende onzekere woord",
    edited: "Bewerkt",
    restore: "Alle wijzigingen ongedaan maken",
  },

  FOOTER: {
    menu: "Privacy en instellingen",
    privacy: "Niets heeft deze computer verlaten",
    privacyHint: "Privacy: bekijk wat het programma doet",
  },

  NOTICE: {
    label: "Privacybeleid",
    text: (number) => `Het privacybeleid heeft een kleine wijziging (versie ${number}).`,
    changes: "Bekijk wat er is gewijzigd",
    acknowledge: "OK",
  },

  REFUSED: {
    label: "Bestanden die niet konden worden geopend",
    line: (name, message) => `${FORMATS.quoted(name)}: ${message}`,
    dismiss: "Sluiten",
  },

  BROKEN: { title: "ImageToText kon niet starten" },
};
