/** Everything that the window says, in Italian. */
import { formatsOf } from "./format";
import type { Language } from "./translated";

const { FORMATS, counter } = formatsOf("it", {
  bytes: { one: "# byte", other: "# byte" },
  quotes: ["“", "”"],
});

const COUNTED: Language["COUNTED"] = {
  lines: counter({ one: "# riga", other: "# righe" }),
  paragraphs: counter({ one: "# paragrafo", other: "# paragrafi" }),
  areaIgnored: counter({
    one: "Esclusa da # immagine. Annulla ripristina il testo.",
    other: "Esclusa da # immagini. Annulla ripristina il testo.",
  }),
  ignoredAreas: counter({
    one: "# area è esclusa dalle nuove immagini della stessa dimensione.",
    other: "# aree sono escluse dalle nuove immagini della stessa dimensione.",
  }),
  codes: counter({ one: "# codice", other: "# codici" }),
  pages: counter({ one: "# pagina", other: "# pagine" }),
  pictures: counter({ one: "# immagine", other: "# immagini" }),
  picturesAdded: counter({ one: "# immagine aggiunta.", other: "# immagini aggiunte." }),
  filesRefused: counter({
    one: "Impossibile aprire # file.",
    other: "Impossibile aprire # file.",
  }),
  filesSkipped: counter({
    one: "# file che non è un’immagine è stato ignorato.",
    other: "# file che non sono immagini sono stati ignorati.",
  }),
  textsSaved: counter({ one: "# testo salvato.", other: "# testi salvati." }),
  picturesWithoutText: counter({
    one: "# immagine non contiene testo.",
    other: "# immagini non contengono testo.",
  }),
  linesRead: counter({ one: "# riga letta.", other: "# righe lette." }),
  picturesRead: counter({ one: "# immagine letta.", other: "# immagini lette." }),
  picturesFailed: counter({
    one: "Impossibile leggere # immagine.",
    other: "Impossibile leggere # immagini.",
  }),
  filesLocked: counter({
    one: "# file richiede una password.",
    other: "# file richiedono una password.",
  }),
  picturesCancelled: counter({
    one: "# immagine annullata.",
    other: "# immagini annullate.",
  }),
  copyLines: counter({ one: "Copia # riga", other: "Copia # righe" }),
  linesSelected: counter({
    one: "# riga in quest’area.",
    other: "# righe in quest’area.",
  }),
  linesCopied: counter({ one: "# riga copiata.", other: "# righe copiate." }),
  charactersCopied: counter({ one: "# carattere copiato.", other: "# caratteri copiati." }),
  replacements: counter({
    one: "# occorrenza sostituita.",
    other: "# occorrenze sostituite.",
  }),
  picturesChanged: counter({
    one: "# immagine modificata.",
    other: "# immagini modificate.",
  }),
  words: counter({ one: "# parola", other: "# parole" }),
  uncertainWords: counter({
    one: "Controlla # parola incerta",
    other: "Controlla # parole incerte",
  }),
  uncertain: counter({ one: "# incerta", other: "# incerte" }),
  clearRemoves: counter({
    one: "“Cancella” la rimuove.",
    other: "“Cancella” le rimuove.",
  }),
  picturesBeingRead: counter({
    one: "Lettura di # immagine in corso.",
    other: "Lettura di # immagini in corso.",
  }),
  picturesUnkept: counter({
    one: "Hai modificato il testo di # immagine senza salvarlo né copiarlo.",
    other: "Hai modificato i testi di # immagini senza salvarli né copiarli.",
  }),
};

export const ITALIAN: Language = {
  CAPTURE: {
    button: "Cattura",
    hint: "Cattura testo dallo schermo",
    cancelled: "La cattura è stata annullata.",
    hotkeysFailed: (keys) =>
      `Questi tasti di cattura non funzionano: ${keys}. Le impostazioni dicono perché.`,
    heading: "Cattura dello schermo",
    target: "Dopo una cattura",
    hotkey: "Tasti di cattura",
    againHotkey: "Tasti per la stessa area",
    keysHint: "Seleziona il campo e premi i nuovi tasti. Canc li rimuove.",
    noKeys: "Nessuno",
    tray: "Icona nell’area di notifica",
    trayHint: "Cattura e apre la finestra dall’area di notifica.",
    noTray: "Questo desktop non mostra icone nell’area di notifica.",
    startHidden: "Resta nell’area di notifica",
    startHiddenHint:
      "Si avvia senza finestra e, quando chiudi la finestra, il programma resta nell’area di notifica. Le immagini aperte restano in memoria finché non le cancelli o esci dal programma.",
    byDesktop:
      "Su questo desktop il sistema chiede che cosa catturare e lo salva in un file. Il programma legge il file e lo elimina subito.",
    unsupported:
      "La cattura non è ancora disponibile su questo sistema. Cattura una schermata e incollala con “Incolla”.",
  },

  CAPTURE_TARGETS: {
    clipboard: "Copia il testo",
    window: "Apri nella finestra",
  },

  HOTKEY_PROBLEMS: {
    taken: "Un altro programma usa questi tasti. Scegline altri.",
    duplicate: "L’altra funzione ha già questi tasti. Scegline altri.",
    invalid:
      "Altri programmi hanno bisogno di questi tasti. Aggiungi Super, oppure due tra Ctrl, Alt e Maiusc; con un tasto F ne basta uno.",
    unsupported:
      "Questo desktop non permette ai programmi di impostare tasti. Nelle impostazioni della tastiera del desktop, imposta una scelta rapida che esegua imagetotext-app --capture.",
  },

  CONSENT: {
    title: "Le immagini restano su questo computer",
    titleOutdated: "L’informativa sulla privacy è cambiata",
    lead: "ImageToText legge il testo delle immagini, solo su questo computer. Prima di leggere qualsiasi cosa, ha bisogno del tuo consenso.",
    leadOutdated: "Leggi che cosa è cambiato. Non viene letto nulla finché non accetti di nuovo.",
    changed: "Che cosa è cambiato",
    full: "Informativa sulla privacy",
    fullVersion: (number, day) => `versione ${number}, ${day}`,
    policy: "Ho letto l’informativa sulla privacy e la accetto",
    adult: "Ho almeno 14 anni",
    agree: "Accetta",
    decline: "Rifiuta",
    declineHint: "Se rifiuti, il programma si chiude e non memorizza nulla.",
  },

  FORMATS,
  COUNTED,

  READ_ERRORS: {
    empty: "Il file è vuoto. Scegli un altro file.",
    notAPicture:
      "Questo file non è un’immagine. Scegli un file PDF, PNG, JPEG, HEIC, WebP, BMP, GIF o TIFF.",
    unsupported: (format) =>
      `Non è possibile leggere i file ${format}. Salvalo prima come PNG o JPEG.`,
    unsupportedSvg: "Non è possibile leggere i file SVG. Esportalo prima come PNG.",
    unsupportedKind: (format) =>
      `Non è possibile leggere questo tipo di file ${format}. Salvalo prima come PNG.`,
    damaged: (format) =>
      `Questa immagine ${format} è danneggiata o incompleta. Procurati un’altra copia.`,
    damagedPdf: "Questo PDF è danneggiato o incompleto. Procurati un’altra copia.",
    tooManyPixels: (millions, side) =>
      `L’immagine ha più di ${millions} milioni di pixel, o più di ${side} su un lato. Ritagliala, dividila o riducila.`,
    tooManyPages: "Sono state lette solo le prime 1000 pagine. Dividi il file.",
    passwordNeeded: "Questo PDF è protetto da una password. Inseriscila.",
    wrongPassword: "La password non è corretta. Riprova.",
    tooLarge: (megabytes) => `Il file supera ${megabytes} MB. Ritaglia l’immagine o riducila.`,
    changed: "Il file è cambiato da quando è stato letto. Aprilo di nuovo.",
    missing: "File non trovato. Controlla nome e posizione, e aprilo di nuovo.",
    directory: "Questa è una cartella. Apri le immagini che contiene o trascina solo la cartella.",
    special: "Questo non è un file immagine. Salva prima l’immagine come file.",
    denied:
      "Non hai l’autorizzazione per leggere questo file. Cambia le autorizzazioni o apri una copia.",
    unreadable: "Impossibile leggere il file. Prova con una copia.",
    tookTooLong: (seconds) =>
      `La lettura ha superato ${seconds} secondi ed è stata interrotta. Ritaglia l’immagine o dividila in parti.`,
    outOfMemory: "Memoria insufficiente per questa immagine. Ritagliala o riducila.",
    crashed:
      "La lettura si è interrotta in modo imprevisto. Rileggi l’immagine o prova con un’altra copia.",
    internal:
      "Un errore di questo programma ha interrotto la lettura. Segnalalo, senza l’immagine.",
  },

  NOTHING_ADDED: {
    clipboardEmpty: "Gli Appunti sono vuoti. Copia prima un’immagine o cattura una schermata.",
    clipboardText:
      "Gli Appunti contengono testo, non un’immagine. Copia prima un’immagine o cattura una schermata.",
    clipboardUnavailable:
      "Gli Appunti non rispondono. Copia di nuovo l’immagine o aprila come file.",
    link: "Questo è un collegamento, e il programma non scarica mai nulla. Salva prima l’immagine.",
    emptyFolder: "In questa cartella non ci sono immagini. Scegli un’altra cartella.",
  },

  COMMAND_ERRORS: {
    notConsented:
      "Non hai ancora accettato l’informativa sulla privacy. Prima leggila e accettala.",
    noSuchJob: "Questa immagine non è più aperta. Aprila di nuovo.",
    stalePolicy:
      "L’informativa sulla privacy è cambiata. Riavvia il programma per leggere la nuova versione.",
    notAdult: "Per continuare, conferma di avere almeno 14 anni.",
    notRedactable:
      "Un PDF mostra l’immagine, che non può essere oscurata. Disattiva «Oscura» o scegli un altro tipo.",
    saveOverPicture: (name) =>
      `${name} è l’immagine aperta stessa e verrebbe sostituito. Scegli un altro nome.`,
    pictureFileGone: (name) =>
      `Un PDF ha bisogno del file ${name}, che non esiste più. Puoi ancora salvare il testo in altri formati.`,
    unknownFormat: (ending) =>
      `ImageToText non può salvare file ${ending}. Scegli un altro tipo, ad esempio Testo o Markdown.`,
    internal: "Si è verificato un errore in questo programma. Riprova e segnalalo se si ripete.",
  },

  CLIPBOARD_ERRORS: {
    empty:
      "Non c’è testo da copiare, quindi gli Appunti non sono cambiati. Prova con un’altra immagine.",
    busy: "Un altro programma sta usando gli Appunti. Riprova.",
    unavailable: "Gli Appunti non sono disponibili. Salva il testo in un file.",
    notKept: "Gli Appunti non hanno conservato il testo. Riprova o salvalo in un file.",
  },

  CAPTURE_ERRORS: {
    unsupported:
      "Questo desktop non permette al programma di catturare lo schermo. Cattura una schermata e incollala.",
    denied: "Il desktop non ha permesso la cattura. Cattura una schermata e incollala.",
    notPermitted:
      "Consenti a ImageToText di registrare lo schermo in Impostazioni di Sistema, in «Privacy e sicurezza», e riavvialo.",
    busy: "Lo schermo è bloccato o un menu è aperto. Chiudilo e cattura di nuovo.",
    noAnswer: "Impossibile catturare lo schermo. Riprova o incolla una schermata.",
    emptyRegion: "Quest’area non è su nessuno schermo. Selezionala di nuovo.",
    noRegion: "Non c’è un’area da catturare di nuovo. Catturane prima una.",
    unreadable: "Impossibile leggere l’immagine catturata. Riprova.",
  },

  STORAGE_ERRORS: {
    full: (path) =>
      `Impossibile scrivere ${path} perché il disco è pieno. Libera spazio e riprova.`,
    denied: (path) =>
      `Impossibile scrivere ${path} perché mancano le autorizzazioni. Cambiale e riprova.`,
    other: (path) => `Impossibile scrivere ${path}. Controlla la cartella e riprova.`,
  },

  SAVE_ERRORS: {
    full: (name) =>
      `Impossibile salvare ${name} perché il disco è pieno. Libera spazio o salva in un’altra posizione.`,
    denied: (name) =>
      `Impossibile salvare ${name} perché non hai l’autorizzazione a scrivere lì. Salva in un’altra posizione.`,
    other: (name) => `Impossibile salvare ${name}. Salva in un’altra posizione.`,
  },

  FIND: {
    bar: "Trova nel testo",
    query: "Trova",
    replacement: "Sostituisci con",
    previous: "Occorrenza precedente",
    next: "Occorrenza successiva",
    matchCase: "Maiuscole/minuscole",
    everywhere: "In tutte le immagini",
    replaceOne: "Sostituisci",
    replaceAll: "Sostituisci tutto",
    close: "Chiudi la ricerca",
    none: "Nessun risultato.",
    found: (all, isMore) => `Risultati: ${FORMATS.number(all)}${isMore ? "+" : ""}`,
    inAll: (here, all, isMore) =>
      `${here}, ${FORMATS.number(all)}${isMore ? "+" : ""} in tutte le immagini`,
    noneHere: "0 qui",
    count: (at, all, isMore) =>
      `${FORMATS.number(at)} di ${FORMATS.number(all)}${isMore ? "+" : ""}`,
  },

  UNSAVED: (name) => `Hai modificato il testo di ${name} senza salvarlo né copiarlo.`,
  EDITS_COME_BACK:
    "Le modifiche al testo appartengono all’immagine com’è adesso. Se la ruoti indietro, ricompaiono.",
  PAGE_EDITS_COME_BACK: (page) =>
    `Le modifiche al testo della pagina ${page} appartengono alla pagina com’è adesso. Se la ruoti indietro, ricompaiono.`,

  CONFIRM: {
    close: {
      title: "Chiudere senza salvare?",
      yes: "Chiudi senza salvare",
      no: "Lascia aperto",
    },
    clear: {
      title: "Cancellare tutto?",
      yes: "Cancella tutto",
      no: "Mantieni",
    },
    remove: {
      title: "Rimuovere questa immagine?",
      yes: "Rimuovi",
      no: "Mantieni",
    },
    rotate: {
      title: "Leggere di nuovo l’immagine?",
      yes: "Leggi di nuovo",
      no: "Annulla",
    },
  },

  KEYS: {
    Ctrl: "Ctrl",
    Shift: "Maiusc",
    Alt: "Alt",
    Esc: "Esc",
    Delete: "Canc",
    Up: "Su",
    Down: "Giù",
    PageUp: "Pag su",
    PageDown: "Pag giù",
    Plus: "Più",
    Super: "Super",
    PrintScreen: "Stamp",
    Pause: "Pausa",
    Space: "Spazio",
    Insert: "Ins",
    Home: "Inizio",
    End: "Fine",
    Left: "Sinistra",
    Right: "Destra",
  },

  PROGRAM: "ImageToText",

  LINE_MODES: {
    keep: "Righe",
    paragraphs: "Paragrafi",
    one: "Una riga",
  },

  COPY_FORMATS: {
    text: "Testo",
    table: "Tabella per foglio di calcolo",
    markdown: "Markdown",
    csv: "CSV",
    html: "Pagina web (HTML)",
    json: "JSON",
  },

  SAVE_FORMATS: {
    text: "Testo",
    pdf: "PDF con l’immagine, ricercabile",
    docx: "Documento Word",
    odt: "Testo OpenDocument",
    xlsx: "Cartella di lavoro Excel",
    csv: "Tabelle in CSV",
    markdown: "Markdown",
    html: "Pagina web",
    epub: "Libro elettronico (EPUB)",
    json: "JSON con posizioni",
    hocr: "hOCR",
    alto: "ALTO",
    pageXml: "PAGE XML",
    tsv: "Tabella delle parole",
  },
  ENTITY_KINDS: { link: "Link", email: "E-mail", phone: "Telefono", iban: "IBAN", card: "Carta" },
  ENGINES: {
    builtin: "Standard",
    ocrs: "Alternativo (più lento)",
  },

  THEMES: {
    system: "Come il sistema",
    light: "Chiaro",
    dark: "Scuro",
  },

  STORED_FILES: {
    consent: "Il tuo consenso",
    settings: "Impostazioni",
    counters: "Contatori",
    autostart: "Avvio automatico",
  },

  JOB_STATES: {
    waiting: "In attesa",
    reading: "Lettura in corso…",
    readingPage: (page) => `Lettura di pagina ${page}…`,
    noText: "Nessun testo trovato",
    failed: "Impossibile leggere",
    locked: "Richiede una password",
    cancelled: "Annullata",
  },

  NETWORK: {
    refused:
      "Bloccate. Appena verificato: il sistema non permette a questo programma di connettersi a Internet.",
    open: "Non usate. Nessuna parte di questo programma può inviare dati, ma il sistema non bloccherebbe una connessione.",
    unknown:
      "Non usate. Non è stato possibile verificare se il sistema bloccherebbe una connessione.",
  },

  MENUS: {
    picture: "Immagine",
    text: "Testo",
    entry: "Immagine nell’elenco",
    selection: "Selezione",
    copySelection: "Copia selezione",
    copyLine: "Copia riga",
    copyAll: "Copia tutto",
    copyText: "Copia testo",
    rotateLeft: "Ruota a sinistra",
    rotateRight: "Ruota a destra",
    fit: "Adatta",
    remove: "Rimuovi",
    undo: "Annulla",
    redo: "Ripeti",
    cut: "Taglia",
    copy: "Copia",
    paste: "Incolla",
    selectAll: "Seleziona tutto",
  },

  OUTCOMES: {
    agreed: "Pronto.",
    savedInFolder: (folder) => `Salvato nella cartella ${folder}.`,
    savedAs: (name, place) => `Salvato come ${name} in ${place}.`,
    exported: (name) => `I tuoi dati sono stati esportati in ${name}.`,
    nothingToSave: "Non c’è testo da salvare. Prova con un’altra immagine.",
    emptyArea: "Non c’è testo in quest’area.",
    textSize: (percent) => `Dimensione del testo: ${percent}.`,
    withdrawn: "Il consenso è stato revocato e tutto è stato cancellato.",
    noUncertainWords: "In questo testo non restano parole incerte.",
    uncertainWord: (nth, all) => `Parola incerta ${nth} di ${all}. Confrontala con l’immagine.`,
    saving: "Salvataggio…",
    reading: (done, all) => `${done} immagini lette su ${all}`,
    readingAgain: "Nuova lettura dell’immagine…",
    cleared: "Tutto cancellato.",
    erased: "Impostazioni e contatori cancellati.",
    privateCopy: "Puoi incollare come al solito, ma nulla compare nella cronologia degli Appunti.",
  },

  LINE_MODE_CHANGED: {
    keep: "Righe come nell’immagine.",
    paragraphs: "Una riga per paragrafo; parole divise riunite.",
    one: "Tutto su una riga.",
  },

  PANELS: {
    data: "I tuoi dati",
    privacy: "Privacy",
    settings: "Impostazioni",
    help: "Guida",
    shortcuts: "Scelte rapide da tastiera",
    policy: "Informativa sulla privacy",
  },

  PANEL: { back: "Indietro" },

  DATA: {
    loading: "Caricamento…",
    lead: "Questo è tutto ciò che il programma memorizza su di te, solo su questo computer. Immagini e testi non vengono memorizzati, a meno che tu non li salvi.",
    rights: "Che cosa puoi fare",
    correct: "Cambia le impostazioni",
    correctHint: "Apre “Impostazioni”. I contatori si possono correggere qui sotto.",
    export: "Esporta",
    exportHint: "Salva tutto ciò che è mostrato qui in un file a tua scelta (JSON).",
    erase: "Cancella",
    eraseHint: "Cancella impostazioni e contatori. Il consenso resta.",
    withdraw: "Revoca il consenso",
    withdrawHint: "Cancella tutto, chiude tutte le immagini e torna alla prima schermata.",
    eraseTitle: "Cancellare impostazioni e contatori?",
    eraseText:
      "Le impostazioni tornano ai valori predefiniti e i contatori vengono cancellati. L’operazione non si può annullare.",
    withdrawTitle: "Revocare il consenso?",
    withdrawText:
      "La lettura si interrompe, le immagini e i testi aperti vengono chiusi e tutti i file elencati sotto vengono cancellati. L’operazione non si può annullare.",
    cancel: "Annulla",
    eraseNow: "Cancella",
    withdrawNow: "Revoca e cancella",
    consent: "Il tuo consenso",
    policy: "Informativa sulla privacy",
    version: (number) => `versione ${number}`,
    agreed: "Accettata il",
    adult: "Almeno 14 anni",
    program: "Programma",
    settings: "Impostazioni",
    window: "Dimensioni della finestra",
    windowSize: (width, height) => `${width} × ${height}`,
    noWindow: "non ancora memorizzate",
    yes: "sì",
    no: "no",
    counters: "Immagini lette",
    nothingCounted: "Ancora nessun conteggio.",
    notCounted: "Il conteggio è disattivato. Puoi attivarlo in “Impostazioni”.",
    files: "Dove sono memorizzati",
    noFile: "non esiste ancora",
    memoryFolder: "Motore di visualizzazione",
    inMemory: "in memoria, cancellato all’uscita",
  },

  PRIVACY: {
    lead: "Questo programma legge le immagini su questo computer. Non invia nulla e non memorizza immagini né testo, a meno che tu non salvi il testo. Qui sotto vedi che cosa sta facendo in questo momento, aggiornato ogni secondo.",
    loading: "Verifica in corso…",
    network: "Connessioni a Internet",
    pictures: "Immagini in memoria",
    noPictures: "Nessuna.",
    somePictures: (number, size) =>
      `${COUNTED.pictures(number)}, ${size}. ${COUNTED.clearRemoves(number)}`,
    workers: "Lettura",
    readersNow: (busy, idle) => {
      const working = busy === 0 ? "Nessuna lettura in corso." : COUNTED.picturesBeingRead(busy);
      const waiting = idle === 0 ? "" : " La prossima può iniziare subito.";
      return `${working}${waiting} Ogni immagine è letta da un processo proprio, che termina con essa.`;
    },
    files: "File che scrive da sé",
    onlyFiles: "Solo quelli qui sotto. Non contengono mai un’immagine né il suo testo.",
  },

  SETTINGS: {
    language: "Lingua",
    systemLanguage: "Come il sistema",
    theme: "Tema",
    lines: "Interruzioni di riga",
    engine: "Riconoscimento del testo",
    engineHint:
      "Prova quello alternativo quando un testo è letto male. Con le altre immagini richiede più tempo. L’impostazione vale per le nuove immagini; riapri un’immagine per rileggerla.",
    textSize: "Dimensione del testo",
    textSizeHint: "Anche con Ctrl e la rotellina del mouse sul testo.",
    percent: FORMATS.percent,
    smaller: "Testo più piccolo",
    larger: "Testo più grande",
    usual: "Ripristina",
    keepOnTop: "Sempre in primo piano",
    keepOnTopHint: "La finestra resta sopra le altre, se il desktop lo consente.",
    autostart: "Avvia all’accesso",
    autostartHint: "Il programma si avvia quando accedi; nell’area di notifica, se resta lì.",
    copyAtOnce: "Copia automaticamente",
    copyAtOnceHint: "Copia il testo negli Appunti appena un’immagine è letta.",
    privateCopy: "Copia privata",
    privateCopyHint:
      "Chiede alla cronologia degli Appunti del sistema (ad esempio Win+V o Klipper) di non conservare ciò che copi qui e di non inviarlo ad altri dispositivi. Puoi incollare come al solito.",
    markEntities: "Segna link e numeri",
    markEntitiesHint:
      "Link, indirizzi e-mail, numeri di telefono, IBAN e numeri di carta vengono sottolineati e si copiano con un clic. Nessuno viene aperto.",
    redact: "Oscura ciò che si copia e si salva",
    redactHint:
      "Numeri di carta, IBAN, indirizzi e-mail e numeri di telefono diventano ████. Non vengono trovati nomi, indirizzi postali, date, altri numeri, né numeri letti male, che proseguono nella riga seguente o copiati in parte. L’immagine non cambia. Controlla il testo prima di condividerlo. Su Linux, il pulsante centrale del mouse incolla il testo selezionato senza oscurarlo.",
    count: "Conta le immagini",
    countHint:
      "Conta quante immagini vengono lette ogni mese, solo su questo computer. Puoi vedere, correggere e cancellare i numeri in “I tuoi dati”.",
  },

  HELP: {
    lead: "Legge il testo delle immagini, solo su questo computer. Non viene inviato nulla.",
    howTo: "Come si usa",
    add: "Aggiungere un’immagine",
    addHow: "Aprila, trascinala sulla finestra, oppure copiala e incollala qui.",
    capture: "Catturare dallo schermo",
    captureHow:
      "Premi “Cattura” e trascina sul testo. Viene copiato o si apre nella finestra, come scelto nelle impostazioni.",
    captureAnywhere: "In qualsiasi programma:",
    check: "Controllare il testo",
    checkHow: "Le parole forse sbagliate sono evidenziate. Passa dall’una all’altra.",
    copy: "Copiare il testo",
    copyHow: "Tutto, o ciò che hai selezionato nel testo o sull’immagine.",
    menus: "Altro",
    menusHow:
      "Fai clic con il pulsante destro su un’immagine, sul testo o su una voce dell’elenco.",
    licences: "Licenze",
    licenceText: [
      "ImageToText è software libero. Puoi usarlo con la Licenza MIT o con la Licenza Apache 2.0, a tua scelta.",
      "Contiene software libero di altri, con licenze che lo consentono. Il motore di visualizzazione del sistema disegna la finestra e ha una licenza propria.",
    ],
  },

  POLICY: {
    translated:
      "Questo testo è una traduzione. Dove differisce dal testo inglese, vale quello inglese.",
    version: "Versione",
    option: (number, day) => `${number} (${day})`,
    updated: (number, day) => `Versione ${number}, aggiornata il ${day}`,
    heading: (number, day) => `Versione ${number}, ${day}`,
    changes: "Che cosa è cambiato in questa versione",
  },

  SHORTCUT_GROUPS: {
    pictures: "Immagini",
    text: "Testo",
    view: "Visualizza",
    program: "Programma",
  },

  SHORTCUT_LABELS: {
    open: "Apri immagini",
    paste: "Incolla un’immagine",
    capture: "Cattura testo dallo schermo",
    captureAgain: "Cattura di nuovo la stessa area",
    rotateLeft: "Ruota a sinistra e leggi di nuovo",
    rotateRight: "Ruota a destra e leggi di nuovo",
    previousPicture: "Immagine precedente",
    nextPicture: "Immagine successiva",
    remove: "Rimuovi l’immagine (nell’elenco o sull’immagine)",
    clear: "Cancella tutto",
    copy: "Copia la selezione o tutto il testo",
    copyLine: "Copia la riga corrente",
    copyAll: "Copia il testo di tutte le immagini",
    save: "Salva il testo in un file",
    saveAll: "Salva il testo di tutte le immagini",
    linesKeep: "Mantieni le interruzioni di riga",
    linesParagraphs: "Unisci le righe in paragrafi",
    linesOne: "Una sola riga",
    nextLowConfidenceWord: "Parola incerta successiva",
    previousLowConfidenceWord: "Parola incerta precedente",
    undo: "Annulla l’ultima modifica del testo",
    redo: "Ripeti la modifica",
    find: "Trova nel testo",
    replace: "Trova e sostituisci",
    findNext: "Occorrenza successiva",
    findPrevious: "Occorrenza precedente",
    restore: "Annulla tutte le modifiche",
    zoomIn: "Ingrandisci; testo più grande durante la modifica",
    zoomOut: "Riduci; testo più piccolo",
    zoomFit: "Adatta; dimensione abituale del testo",
    zoomActual: "Dimensioni reali",
    previousPage: "Pagina precedente",
    nextPage: "Pagina successiva",
    nextArea: "Area successiva: elenco, immagine, testo",
    previousArea: "Area precedente",
    escape: "Annulla la lettura, togli un’area, chiudi un pannello",
    cancelAll: "Annulla tutto",
    privacy: "Privacy",
    data: "I tuoi dati",
    settings: "Impostazioni",
    policy: "Informativa sulla privacy",
    help: "Guida",
    shortcuts: "Scelte rapide da tastiera",
  },

  WORKSPACE: {
    toolbar: "Immagini",
    open: "Apri",
    openPictures: "Apri immagini",
    paste: "Incolla",
    cancelAll: "Annulla tutto",
    copyAll: "Copia tutto",
    saveAll: "Salva tutto",
    saveAllAsPdf: "Salva tutto in un solo PDF",
    clear: "Cancella",
    cancel: "Annulla",
    remove: "Rimuovi",
    read: "Leggi di nuovo",
    readAll: "Leggi tutte le annullate",
    cancelled: "La lettura è stata annullata.",
    password: "Password",
    unlock: "Sblocca",
    reading: (name) => `Lettura di ${name}`,
    cancelOne: (name) => `Annulla ${name}`,
    removeOne: (name) => `Rimuovi ${name}`,
    dropToAdd: "Rilascia per aggiungere",
    split: "Ridimensiona immagine e testo",
    splitHint:
      "Trascina o usa i tasti freccia per ridimensionare. Fai doppio clic per ripristinare.",
  },

  EMPTY: {
    title: "Trascina qui un’immagine",
    titleDragging: "Rilascia per leggere",
    before: "oppure incollane una con",
    after: ", o apri un file.",
    formats:
      "PDF, PNG, JPEG, HEIC, TIFF e molti altri. Puoi aggiungere più file o un’intera cartella.",
  },

  QUEUE: { list: "Elenco delle immagini" },

  PICTURE: {
    ignoreArea: "Escludi",
    ignoreAreaHint: "Escludi dal testo il contenuto di questa area",
    ignoreHere: "Da questa immagine",
    ignoreEverywhere: "Da tutte le immagini di questa dimensione, anche nuove",
    pane: "Immagine",
    orText: "Immagine o testo",
    page: (name, page) => `Immagine ${name}, pagina ${page}`,
    rotateLeft: "Ruota a sinistra",
    rotateRight: "Ruota a destra",
    previousPage: "Pagina precedente",
    nextPage: "Pagina successiva",
    ofPages: (page, pages) => `${page} / ${pages}`,
    zoomOut: "Riduci",
    zoomIn: "Ingrandisci",
    actual: "Dimensioni reali",
    percent: (scale) => FORMATS.percent(scale * 100),
    fit: "Adatta",
    copyLine: "Copia questa riga",
    selectArea: "Seleziona un’area",
    selectAreaHint: "Seleziona un’area (Ctrl e trascina)",
    area: "Area selezionata",
    areaHint:
      "I tasti freccia la spostano; con Maiusc la ridimensionano. Invio ne copia il testo, Esc la toglie.",
    copyArea: COUNTED.copyLines,
  },

  CODES: {
    list: "Codici QR e a barre",
    qr: "Codice QR",
    copy: (kind) => `Copia: ${kind}`,
    alone: "In questa immagine non c’è testo, solo ciò che dicono i suoi codici.",
  },

  TEXT: {
    redact: "Oscura",
    redactHint:
      "Mette ████ al posto di numeri di carta, IBAN, indirizzi e-mail e numeri di telefono nelle copie e nei file. Nomi e indirizzi postali restano.",
    entities: (number: string) => `Link e numeri (${number})`,
    copyEntity: "Copia un link o un numero",
    pane: "Testo",
    of: (name) => `Testo di ${name}`,
    modes: "Interruzioni di riga",
    copy: "Copia",
    copyLine: "Copia riga",
    copyAs: "Copia come",
    page: (page) => `Pagina ${page}`,
    save: "Salva con nome",
    none: "In questa immagine non è stato trovato testo.",
    unread: {
      arabic: "Sembra arabo, che non viene ancora letto.",
      hebrew: "Sembra ebraico, che non viene ancora letto.",
      devanagari: "Sembra devanagari (hindi e altri), che non viene ancora letto.",
      thai: "Sembra thailandese, che non viene ancora letto.",
      other: "Sembra una scrittura che non viene ancora letta.",
    },
    noneHint:
      "Se l’immagine è su un lato, ruotala. Altrimenti prova con una copia più grande o più nitida.",
    stopIgnoring: "Interrompi",
    attachments: (names) => `I file allegati non sono stati letti: ${names}.`,
    missingAfter: (page) => `Mancano le pagine dopo la pagina ${page}.`,
    lowConfidenceWords: (number, keys) => `${COUNTED.uncertainWords(number)} (${keys})`,
    nextLowConfidenceWord: "Vai alla parola incerta successiva",
    edited: "Modificato",
    restore: "Annulla tutte le modifiche",
  },

  FOOTER: {
    menu: "Privacy e impostazioni",
    privacy: "Nulla è uscito da questo computer",
    privacyHint: "Privacy: vedi che cosa fa il programma",
  },

  NOTICE: {
    label: "Informativa sulla privacy",
    text: (number) => `L’informativa sulla privacy ha una piccola modifica (versione ${number}).`,
    changes: "Vedi che cosa è cambiato",
    acknowledge: "OK",
  },

  REFUSED: {
    label: "File che non è stato possibile aprire",
    line: (name, message) => `${FORMATS.quoted(name)}: ${message}`,
    dismiss: "Nascondi",
  },

  BROKEN: { title: "Impossibile avviare ImageToText" },
};
