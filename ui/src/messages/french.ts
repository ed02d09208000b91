/** Everything that the window says, in French. */
import { formatsOf } from "./format";
import type { Language } from "./translated";

const { FORMATS, counter } = formatsOf("fr", {
  bytes: { one: "# octet", other: "# octets" },
  quotes: ["« ", " »"],
});

const COUNTED: Language["COUNTED"] = {
  lines: counter({ one: "# ligne", other: "# lignes" }),
  paragraphs: counter({ one: "# paragraphe", other: "# paragraphes" }),
  areaIgnored: counter({
    one: "Zone exclue de # image. « Annuler » rétablit le texte.",
    other: "Zone exclue de # images. « Annuler » rétablit le texte.",
  }),
  ignoredAreas: counter({
    one: "# zone est exclue des nouvelles images de même taille.",
    other: "# zones sont exclues des nouvelles images de même taille.",
  }),
  codes: counter({ one: "# code", other: "# codes" }),
  pages: counter({ one: "# page", other: "# pages" }),
  pictures: counter({ one: "# image", other: "# images" }),
  picturesAdded: counter({ one: "# image ajoutée.", other: "# images ajoutées." }),
  filesRefused: counter({
    one: "# fichier n’a pas pu être ouvert.",
    other: "# fichiers n’ont pas pu être ouverts.",
  }),
  filesSkipped: counter({
    one: "# fichier qui n’est pas une image a été ignoré.",
    other: "# fichiers qui ne sont pas des images ont été ignorés.",
  }),
  textsSaved: counter({ one: "# texte enregistré.", other: "# textes enregistrés." }),
  picturesWithoutText: counter({
    one: "# image ne contient pas de texte.",
    other: "# images ne contiennent pas de texte.",
  }),
  linesRead: counter({ one: "# ligne lue.", other: "# lignes lues." }),
  picturesRead: counter({ one: "# image lue.", other: "# images lues." }),
  picturesFailed: counter({
    one: "# image n’a pas pu être lue.",
    other: "# images n’ont pas pu être lues.",
  }),
  filesLocked: counter({
    one: "# fichier nécessite un mot de passe.",
    other: "# fichiers nécessitent un mot de passe.",
  }),
  picturesCancelled: counter({
    one: "# image a été annulée.",
    other: "# images ont été annulées.",
  }),
  copyLines: counter({ one: "Copier # ligne", other: "Copier # lignes" }),
  linesSelected: counter({
    one: "# ligne dans cette zone.",
    other: "# lignes dans cette zone.",
  }),
  linesCopied: counter({ one: "# ligne copiée.", other: "# lignes copiées." }),
  charactersCopied: counter({ one: "# caractère copié.", other: "# caractères copiés." }),
  replacements: counter({
    one: "# occurrence remplacée.",
    other: "# occurrences remplacées.",
  }),
  picturesChanged: counter({
    one: "# image a été modifiée.",
    other: "# images ont été modifiées.",
  }),
  words: counter({ one: "# mot", other: "# mots" }),
  uncertainWords: counter({
    one: "Vérifier # mot incertain",
    other: "Vérifier # mots incertains",
  }),
  uncertain: counter({ one: "# incertain", other: "# incertains" }),
  clearRemoves: counter({
    one: "« Effacer » la retire.",
    other: "« Effacer » les retire.",
  }),
  picturesBeingRead: counter({
    one: "# image est en cours de lecture.",
    other: "# images sont en cours de lecture.",
  }),
  picturesUnkept: counter({
    one: "Vous avez modifié le texte de # image sans l’enregistrer ni le copier.",
    other: "Vous avez modifié les textes de # images sans les enregistrer ni les copier.",
  }),
};

export const FRENCH: Language = {
  CAPTURE: {
    button: "Capturer",
    hint: "Capturer du texte à l’écran",
    cancelled: "La capture a été annulée.",
    hotkeysFailed: (keys) =>
      `Ces touches de capture ne fonctionnent pas : ${keys}. Les paramètres disent pourquoi.`,
    heading: "Capture d’écran",
    target: "Après une capture",
    hotkey: "Touches de capture",
    againHotkey: "Touches pour la même zone",
    keysHint: "Sélectionnez le champ et appuyez sur les nouvelles touches. Suppr les retire.",
    noKeys: "Aucune",
    tray: "Icône dans la zone de notification",
    trayHint: "Capture et ouvre la fenêtre depuis la zone de notification.",
    noTray: "Ce bureau n’affiche pas d’icônes de notification.",
    startHidden: "Rester dans la zone de notification",
    startHiddenHint:
      "Démarre sans fenêtre, et fermer la fenêtre laisse le programme dans la zone de notification. Les images ouvertes restent en mémoire jusqu’à ce que vous les effaciez ou quittiez le programme.",
    byDesktop:
      "Sur ce bureau, le système demande quoi capturer et l’enregistre dans un fichier. Le programme lit le fichier et le supprime aussitôt.",
    unsupported:
      "La capture n’est pas encore disponible sur ce système. Faites une capture d’écran et collez-la avec « Coller ».",
  },

  CAPTURE_TARGETS: {
    clipboard: "Copier le texte",
    window: "Ouvrir dans la fenêtre",
  },

  HOTKEY_PROBLEMS: {
    taken: "Un autre programme utilise ces touches. Choisissez-en d’autres.",
    duplicate: "L’autre fonction a déjà ces touches. Choisissez-en d’autres.",
    invalid:
      "D’autres programmes ont besoin de ces touches. Ajoutez Super, ou deux des touches Ctrl, Alt et Maj ; une seule suffit avec une touche F.",
    unsupported:
      "Ce bureau ne laisse pas les programmes définir des touches. Dans les paramètres du clavier du bureau, définissez un raccourci qui exécute imagetotext-app --capture.",
  },

  CONSENT: {
    title: "Vos images restent sur cet ordinateur",
    titleOutdated: "La politique de confidentialité a changé",
    lead: "ImageToText lit le texte de vos images, sur cet ordinateur uniquement. Avant de lire quoi que ce soit, il a besoin de votre consentement.",
    leadOutdated:
      "Veuillez lire ce qui a changé. Rien n’est lu tant que vous n’avez pas accepté de nouveau.",
    changed: "Ce qui a changé",
    full: "Politique de confidentialité",
    fullVersion: (number, day) => `version ${number}, ${day}`,
    policy: "J’ai lu la politique de confidentialité et je l’accepte",
    adult: "J’ai 14 ans ou plus",
    agree: "Accepter",
    decline: "Refuser",
    declineHint: "Si vous refusez, le programme se ferme et n’enregistre rien.",
  },

  FORMATS,
  COUNTED,

  READ_ERRORS: {
    empty: "Le fichier est vide. Choisissez un autre fichier.",
    notAPicture:
      "Ce fichier n’est pas une image. Choisissez un fichier PDF, PNG, JPEG, HEIC, WebP, BMP, GIF ou TIFF.",
    unsupported: (format) =>
      `Les fichiers ${format} ne peuvent pas être lus. Enregistrez d’abord le fichier en PNG ou JPEG.`,
    unsupportedSvg: "Les fichiers SVG ne peuvent pas être lus. Exportez d’abord le fichier en PNG.",
    unsupportedKind: (format) =>
      `Ce type de fichier ${format} ne peut pas être lu. Enregistrez-le d’abord en PNG.`,
    damaged: (format) =>
      `Cette image ${format} est endommagée ou incomplète. Procurez-vous une autre copie.`,
    damagedPdf: "Ce PDF est endommagé ou incomplet. Procurez-vous une autre copie.",
    tooManyPixels: (millions, side) =>
      `L’image a plus de ${millions} millions de pixels, ou plus de ${side} sur un côté. Rognez-la, découpez-la ou réduisez-la.`,
    tooManyPages: "Seules les 1000 premières pages ont été lues. Divisez le fichier.",
    passwordNeeded: "Ce PDF est protégé par un mot de passe. Saisissez-le.",
    wrongPassword: "Ce mot de passe est incorrect. Réessayez.",
    tooLarge: (megabytes) => `Le fichier dépasse ${megabytes} Mo. Rognez l’image ou réduisez-la.`,
    changed: "Le fichier a changé depuis sa lecture. Ouvrez-le à nouveau.",
    missing: "Fichier introuvable. Vérifiez son nom et son emplacement, puis ouvrez-le à nouveau.",
    directory: "Ceci est un dossier. Ouvrez les images qu’il contient, ou déposez le dossier seul.",
    special: "Ceci n’est pas un fichier image. Enregistrez d’abord l’image dans un fichier.",
    denied:
      "Vous n’avez pas l’autorisation de lire ce fichier. Modifiez ses autorisations ou ouvrez une copie.",
    unreadable: "Le fichier n’a pas pu être lu. Essayez avec une copie.",
    tookTooLong: (seconds) =>
      `La lecture a duré plus de ${seconds} secondes et a été arrêtée. Rognez l’image ou découpez-la.`,
    outOfMemory: "La mémoire ne suffit pas pour cette image. Rognez-la ou réduisez-la.",
    crashed:
      "La lecture s’est arrêtée de façon inattendue. Relisez l’image ou essayez une autre copie.",
    internal: "Une erreur de ce programme a arrêté la lecture. Veuillez la signaler, sans l’image.",
  },

  NOTHING_ADDED: {
    clipboardEmpty:
      "Le presse-papiers est vide. Copiez d’abord une image ou faites une capture d’écran.",
    clipboardText:
      "Le presse-papiers contient du texte et non une image. Copiez d’abord une image ou faites une capture d’écran.",
    clipboardUnavailable:
      "Le presse-papiers ne répond pas. Copiez l’image de nouveau ou ouvrez-la comme fichier.",
    link: "Ceci est un lien, et ce programme ne télécharge jamais rien. Enregistrez d’abord l’image.",
    emptyFolder: "Ce dossier ne contient aucune image. Choisissez un autre dossier.",
  },

  COMMAND_ERRORS: {
    notConsented:
      "Vous n’avez pas encore accepté la politique de confidentialité. Lisez-la et acceptez-la d’abord.",
    noSuchJob: "Cette image n’est plus ouverte. Ouvrez-la à nouveau.",
    stalePolicy:
      "La politique de confidentialité a changé. Redémarrez le programme pour lire la nouvelle version.",
    notAdult: "Confirmez que vous avez 14 ans ou plus pour continuer.",
    notRedactable:
      "Un PDF montre l’image, qui ne peut pas être caviardée. Désactivez « Caviarder » ou choisissez un autre type.",
    saveOverPicture: (name) =>
      `${name} est l’image ouverte elle-même et serait remplacé. Choisissez un autre nom.`,
    pictureFileGone: (name) =>
      `Un PDF a besoin du fichier ${name}, qui n’existe plus. Vous pouvez toujours enregistrer le texte dans d’autres formats.`,
    unknownFormat: (ending) =>
      `ImageToText ne peut pas enregistrer de fichiers ${ending}. Choisissez un autre type, par exemple Texte ou Markdown.`,
    internal:
      "Une erreur s’est produite dans ce programme. Réessayez, et signalez-la si elle se reproduit.",
  },

  CLIPBOARD_ERRORS: {
    empty:
      "Il n’y a aucun texte à copier, le presse-papiers n’a donc pas changé. Essayez une autre image.",
    busy: "Un autre programme utilise le presse-papiers. Réessayez.",
    unavailable:
      "Le presse-papiers n’est pas disponible. Enregistrez plutôt le texte dans un fichier.",
    notKept:
      "Le presse-papiers n’a pas conservé le texte. Réessayez ou enregistrez-le dans un fichier.",
  },

  CAPTURE_ERRORS: {
    unsupported:
      "Ce bureau ne laisse pas ce programme capturer l’écran. Faites une capture d’écran et collez-la.",
    denied: "Le bureau n’a pas autorisé la capture. Faites une capture d’écran et collez-la.",
    notPermitted:
      "Autorisez ImageToText à enregistrer l’écran dans Réglages Système, sous « Confidentialité et sécurité », puis relancez-le.",
    busy: "L’écran est verrouillé ou un menu est ouvert. Fermez-le et capturez de nouveau.",
    noAnswer: "L’écran n’a pas pu être capturé. Réessayez ou collez une capture d’écran.",
    emptyRegion: "Cette zone n’est sur aucun écran. Sélectionnez-la de nouveau.",
    noRegion: "Il n’y a aucune zone à capturer de nouveau. Capturez-en d’abord une.",
    unreadable: "L’image capturée n’a pas pu être lue. Réessayez.",
  },

  STORAGE_ERRORS: {
    full: (path) =>
      `Impossible d’écrire ${path} : le disque est plein. Libérez de l’espace et réessayez.`,
    denied: (path) =>
      `Impossible d’écrire ${path} : vous n’avez pas l’autorisation. Modifiez les autorisations et réessayez.`,
    other: (path) => `Impossible d’écrire ${path}. Vérifiez le dossier et réessayez.`,
  },

  SAVE_ERRORS: {
    full: (name) =>
      `Impossible d’enregistrer ${name} : le disque est plein. Libérez de l’espace ou choisissez un autre emplacement.`,
    denied: (name) =>
      `Impossible d’enregistrer ${name} : vous n’avez pas l’autorisation d’écrire à cet endroit. Choisissez un autre emplacement.`,
    other: (name) => `Impossible d’enregistrer ${name}. Choisissez un autre emplacement.`,
  },

  FIND: {
    bar: "Rechercher dans le texte",
    query: "Rechercher",
    replacement: "Remplacer par",
    previous: "Occurrence précédente",
    next: "Occurrence suivante",
    matchCase: "Respecter la casse",
    everywhere: "Dans toutes les images",
    replaceOne: "Remplacer",
    replaceAll: "Tout remplacer",
    close: "Fermer la recherche",
    none: "Aucun résultat.",
    found: (all, isMore) => `Résultats : ${FORMATS.number(all)}${isMore ? "+" : ""}`,
    inAll: (here, all, isMore) =>
      `${here}, ${FORMATS.number(all)}${isMore ? "+" : ""} dans toutes les images`,
    noneHere: "0 ici",
    count: (at, all, isMore) =>
      `${FORMATS.number(at)} sur ${FORMATS.number(all)}${isMore ? "+" : ""}`,
  },

  UNSAVED: (name) => `Vous avez modifié le texte de ${name} sans l’enregistrer ni le copier.`,
  EDITS_COME_BACK:
    "Vos modifications du texte vont avec l’image telle qu’elle est maintenant. Si vous la tournez dans l’autre sens, vous les retrouverez.",
  PAGE_EDITS_COME_BACK: (page) =>
    `Vos modifications du texte de la page ${page} vont avec la page telle qu’elle est maintenant. Si vous la tournez dans l’autre sens, vous les retrouverez.`,

  CONFIRM: {
    close: {
      title: "Fermer sans enregistrer ?",
      yes: "Fermer sans enregistrer",
      no: "Garder ouvert",
    },
    clear: {
      title: "Tout effacer ?",
      yes: "Tout effacer",
      no: "Conserver",
    },
    remove: {
      title: "Retirer cette image ?",
      yes: "Retirer",
      no: "Conserver",
    },
    rotate: {
      title: "Relire l’image ?",
      yes: "Relire",
      no: "Annuler",
    },
  },

  KEYS: {
    Ctrl: "Ctrl",
    Shift: "Maj",
    Alt: "Alt",
    Esc: "Échap",
    Delete: "Suppr",
    Up: "Haut",
    Down: "Bas",
    PageUp: "Pg préc",
    PageDown: "Pg suiv",
    Plus: "Plus",
    Super: "Super",
    PrintScreen: "Impr écran",
    Pause: "Pause",
    Space: "Espace",
    Insert: "Inser",
    Home: "Début",
    End: "Fin",
    Left: "Gauche",
    Right: "Droite",
  },

  PROGRAM: "ImageToText",

  LINE_MODES: {
    keep: "Lignes",
    paragraphs: "Paragraphes",
    one: "Une ligne",
  },

  COPY_FORMATS: {
    text: "Texte",
    table: "Tableau pour tableur",
    markdown: "Markdown",
    csv: "CSV",
    html: "Page web (HTML)",
    json: "JSON",
  },

  SAVE_FORMATS: {
    text: "Texte",
    pdf: "PDF avec l’image et recherche de texte",
    docx: "Document Word",
    odt: "Texte OpenDocument",
    xlsx: "Classeur Excel",
    csv: "Tableaux en CSV",
    markdown: "Markdown",
    html: "Page web",
    epub: "Livre numérique (EPUB)",
    json: "JSON avec positions",
    hocr: "hOCR",
    alto: "ALTO",
    pageXml: "PAGE XML",
    tsv: "Tableau des mots",
  },
  ENTITY_KINDS: { link: "Lien", email: "E-mail", phone: "Téléphone", iban: "IBAN", card: "Carte" },
  ENGINES: {
    builtin: "Standard",
    ocrs: "Alternative (plus lente)",
  },

  THEMES: {
    system: "Comme le système",
    light: "Clair",
    dark: "Sombre",
  },

  STORED_FILES: {
    consent: "Votre consentement",
    settings: "Paramètres",
    counters: "Compteurs",
    autostart: "Démarrage automatique",
  },

  JOB_STATES: {
    waiting: "En attente",
    reading: "Lecture …",
    readingPage: (page) => `Lecture de la page ${page} …`,
    noText: "Aucun texte trouvé",
    failed: "Lecture impossible",
    locked: "Mot de passe requis",
    cancelled: "Annulée",
  },

  NETWORK: {
    refused:
      "Bloquées. Vérifié à l’instant : le système ne laisse pas ce programme se connecter à Internet.",
    open: "Inutilisées. Aucune partie de ce programme ne peut envoyer de données, mais le système n’empêcherait pas une connexion.",
    unknown:
      "Inutilisées. Il n’a pas été possible de vérifier si le système empêcherait une connexion.",
  },

  MENUS: {
    picture: "Image",
    text: "Texte",
    entry: "Image de la liste",
    selection: "Sélection",
    copySelection: "Copier la sélection",
    copyLine: "Copier la ligne",
    copyAll: "Tout copier",
    copyText: "Copier le texte",
    rotateLeft: "Pivoter à gauche",
    rotateRight: "Pivoter à droite",
    fit: "Ajuster",
    remove: "Retirer",
    undo: "Annuler",
    redo: "Rétablir",
    cut: "Couper",
    copy: "Copier",
    paste: "Coller",
    selectAll: "Tout sélectionner",
  },

  OUTCOMES: {
    agreed: "Prêt.",
    savedInFolder: (folder) => `Enregistré dans le dossier ${folder}.`,
    savedAs: (name, place) => `Enregistré sous ${name} dans ${place}.`,
    exported: (name) => `Vos données ont été exportées dans ${name}.`,
    nothingToSave: "Il n’y a aucun texte à enregistrer. Essayez une autre image.",
    emptyArea: "Il n’y a pas de texte dans cette zone.",
    textSize: (percent) => `Taille du texte : ${percent}.`,
    withdrawn: "Votre consentement a été retiré et tout a été effacé.",
    noUncertainWords: "Il ne reste aucun mot incertain dans ce texte.",
    uncertainWord: (nth, all) => `Mot incertain ${nth} sur ${all}. Comparez-le avec l’image.`,
    saving: "Enregistrement …",
    reading: (done, all) => `${done} images lues sur ${all}`,
    readingAgain: "Nouvelle lecture de l’image …",
    cleared: "Tout a été effacé.",
    erased: "Paramètres et compteurs effacés.",
    privateCopy:
      "Vous pouvez coller comme d’habitude, mais rien n’apparaît dans l’historique du presse-papiers.",
  },

  LINE_MODE_CHANGED: {
    keep: "Lignes comme dans l’image.",
    paragraphs: "Une ligne par paragraphe ; mots coupés réunis.",
    one: "Tout sur une seule ligne.",
  },

  PANELS: {
    data: "Vos données",
    privacy: "Confidentialité",
    settings: "Paramètres",
    help: "Aide",
    shortcuts: "Raccourcis clavier",
    policy: "Politique de confidentialité",
  },

  PANEL: { back: "Retour" },

  DATA: {
    loading: "Chargement …",
    lead: "Voici tout ce que le programme enregistre à votre sujet, sur cet ordinateur uniquement. Les images et les textes ne sont pas enregistrés, sauf si vous les enregistrez vous-même.",
    rights: "Ce que vous pouvez faire",
    correct: "Modifier les paramètres",
    correctHint: "Ouvre « Paramètres ». Vous pouvez corriger les compteurs ci-dessous.",
    export: "Exporter",
    exportHint: "Enregistre tout ce qui est affiché ici dans un fichier de votre choix (JSON).",
    erase: "Effacer",
    eraseHint: "Efface vos paramètres et vos compteurs. Votre consentement reste.",
    withdraw: "Retirer le consentement",
    withdrawHint: "Efface tout, ferme toutes les images et revient au premier écran.",
    eraseTitle: "Effacer les paramètres et les compteurs ?",
    eraseText:
      "Les paramètres reprennent leurs valeurs par défaut et les compteurs sont effacés. Cette action est irréversible.",
    withdrawTitle: "Retirer votre consentement ?",
    withdrawText:
      "La lecture s’arrête, les images et les textes ouverts sont fermés, et tous les fichiers indiqués ci-dessous sont effacés. Cette action est irréversible.",
    cancel: "Annuler",
    eraseNow: "Effacer",
    withdrawNow: "Retirer et effacer",
    consent: "Votre consentement",
    policy: "Politique de confidentialité",
    version: (number) => `version ${number}`,
    agreed: "Accepté le",
    adult: "14 ans ou plus",
    program: "Programme",
    settings: "Paramètres",
    window: "Taille de la fenêtre",
    windowSize: (width, height) => `${width} × ${height}`,
    noWindow: "pas encore enregistrée",
    yes: "oui",
    no: "non",
    counters: "Images lues",
    nothingCounted: "Rien n’a encore été compté.",
    notCounted: "Le comptage est désactivé. Vous pouvez l’activer dans « Paramètres ».",
    files: "Où c’est enregistré",
    noFile: "n’existe pas encore",
    memoryFolder: "Moteur d’affichage",
    inMemory: "en mémoire, effacé à la fermeture",
  },

  PRIVACY: {
    lead: "Vos images sont lues par ce programme, sur cet ordinateur. Il n’envoie rien et n’enregistre ni image ni texte, sauf si vous enregistrez le texte. Voici ce qu’il fait en ce moment, actualisé chaque seconde.",
    loading: "Vérification …",
    network: "Connexions à Internet",
    pictures: "Images en mémoire",
    noPictures: "Aucune.",
    somePictures: (number, size) =>
      `${COUNTED.pictures(number)}, ${size}. ${COUNTED.clearRemoves(number)}`,
    workers: "Lecture",
    readersNow: (busy, idle) => {
      const working = busy === 0 ? "Aucune lecture en cours." : COUNTED.picturesBeingRead(busy);
      const waiting = idle === 0 ? "" : " La suivante peut commencer aussitôt.";
      return `${working}${waiting} Chaque image est lue par son propre processus, qui se termine avec elle.`;
    },
    files: "Fichiers qu’il écrit de lui-même",
    onlyFiles: "Seulement ceux-ci. Ils ne contiennent jamais une image ni son texte.",
  },

  SETTINGS: {
    language: "Langue",
    systemLanguage: "Comme le système",
    theme: "Thème",
    lines: "Sauts de ligne",
    engine: "Reconnaissance de texte",
    engineHint:
      "Essayez l’alternative quand un texte est mal lu. Elle prend plus de temps pour les autres images. Le réglage vaut pour les nouvelles images ; rouvrez une image pour la relire.",
    textSize: "Taille du texte",
    textSizeHint: "Aussi avec Ctrl et la molette de la souris sur le texte.",
    percent: FORMATS.percent,
    smaller: "Texte plus petit",
    larger: "Texte plus grand",
    usual: "Réinitialiser",
    keepOnTop: "Toujours au premier plan",
    keepOnTopHint: "La fenêtre reste au-dessus des autres, si l’environnement de bureau le permet.",
    autostart: "Démarrer à l’ouverture de session",
    autostartHint:
      "Le programme démarre à l’ouverture de votre session ; dans la zone de notification, s’il y reste.",
    copyAtOnce: "Copier automatiquement",
    copyAtOnceHint: "Copie le texte dans le presse-papiers dès qu’une image est lue.",
    privateCopy: "Copie privée",
    privateCopyHint:
      "Demande à l’historique du presse-papiers de votre système (comme Win+V ou Klipper) de ne pas conserver ce que vous copiez ici, et de ne pas l’envoyer à d’autres appareils. Vous pouvez coller comme d’habitude.",
    markEntities: "Marquer les liens et les numéros",
    markEntitiesHint:
      "Les liens, adresses e-mail, numéros de téléphone, IBAN et numéros de carte sont soulignés et se copient d’un clic. Aucun n’est ouvert.",
    redact: "Caviarder les copies et les fichiers",
    redactHint:
      "Les numéros de carte, IBAN, adresses e-mail et numéros de téléphone deviennent ████. Ne sont pas trouvés : les noms, adresses postales, dates, autres numéros, et les numéros mal lus, coupés en fin de ligne ou copiés en partie. L’image ne change pas. Vérifiez le texte avant de le transmettre. Sous Linux, le bouton central de la souris colle le texte sélectionné sans caviardage.",
    count: "Compter les images",
    countHint:
      "Compte les images lues chaque mois, sur cet ordinateur uniquement. Vous pouvez voir, corriger et effacer les nombres sous « Vos données ».",
  },

  HELP: {
    lead: "Lit le texte de vos images, sur cet ordinateur uniquement. Rien n’est envoyé.",
    howTo: "Mode d’emploi",
    add: "Ajouter une image",
    addHow: "Ouvrez-la, déposez-la sur la fenêtre, ou copiez-la et collez-la ici.",
    capture: "Capturer à l’écran",
    captureHow:
      "Appuyez sur « Capturer » et faites glisser sur le texte. Il est copié ou s’ouvre dans la fenêtre, selon les paramètres.",
    captureAnywhere: "Dans tout programme :",
    check: "Vérifier le texte",
    checkHow: "Les mots peut-être erronés sont marqués. Passez de l’un à l’autre.",
    copy: "Copier le texte",
    copyHow: "En entier, ou ce que vous avez sélectionné dans le texte ou sur l’image.",
    menus: "Plus",
    menusHow: "Faites un clic droit sur une image, sur le texte ou sur un élément de la liste.",
    licences: "Licences",
    licenceText: [
      "ImageToText est un logiciel libre. Vous pouvez l’utiliser sous la licence MIT ou la licence Apache 2.0, à votre choix.",
      "Il contient des logiciels libres d’autres auteurs, sous des licences qui le permettent. Le moteur d’affichage de votre système dessine la fenêtre et a sa propre licence.",
    ],
  },

  POLICY: {
    translated:
      "Ce texte est une traduction. En cas de différence avec le texte anglais, c’est ce dernier qui s’applique.",
    version: "Version",
    option: (number, day) => `${number} (${day})`,
    updated: (number, day) => `Version ${number}, mise à jour le ${day}`,
    heading: (number, day) => `Version ${number}, ${day}`,
    changes: "Ce qui a changé dans cette version",
  },

  SHORTCUT_GROUPS: {
    pictures: "Images",
    text: "Texte",
    view: "Affichage",
    program: "Programme",
  },

  SHORTCUT_LABELS: {
    open: "Ouvrir des images",
    paste: "Coller une image",
    capture: "Capturer du texte à l’écran",
    captureAgain: "Capturer de nouveau la même zone",
    rotateLeft: "Pivoter à gauche et relire",
    rotateRight: "Pivoter à droite et relire",
    previousPicture: "Image précédente",
    nextPicture: "Image suivante",
    remove: "Retirer l’image (dans la liste ou sur l’image)",
    clear: "Tout effacer",
    copy: "Copier la sélection ou tout le texte",
    copyLine: "Copier la ligne actuelle",
    copyAll: "Copier le texte de toutes les images",
    save: "Enregistrer le texte dans un fichier",
    saveAll: "Enregistrer le texte de toutes les images",
    linesKeep: "Garder les sauts de ligne",
    linesParagraphs: "Réunir les lignes en paragraphes",
    linesOne: "Une seule ligne",
    nextLowConfidenceWord: "Mot incertain suivant",
    previousLowConfidenceWord: "Mot incertain précédent",
    undo: "Annuler la dernière modification du texte",
    redo: "La rétablir",
    find: "Rechercher dans le texte",
    replace: "Rechercher et remplacer",
    findNext: "Occurrence suivante",
    findPrevious: "Occurrence précédente",
    restore: "Annuler toutes les modifications",
    zoomIn: "Zoom avant ; texte plus grand pendant la saisie",
    zoomOut: "Zoom arrière ; texte plus petit",
    zoomFit: "Ajuster ; taille habituelle du texte",
    zoomActual: "Taille réelle",
    previousPage: "Page précédente",
    nextPage: "Page suivante",
    nextArea: "Zone suivante : liste, image, texte",
    previousArea: "Zone précédente",
    escape: "Annuler la lecture, effacer une zone, fermer un volet",
    cancelAll: "Tout annuler",
    privacy: "Confidentialité",
    data: "Vos données",
    settings: "Paramètres",
    policy: "Politique de confidentialité",
    help: "Aide",
    shortcuts: "Raccourcis clavier",
  },

  WORKSPACE: {
    toolbar: "Images",
    open: "Ouvrir",
    openPictures: "Ouvrir des images",
    paste: "Coller",
    cancelAll: "Tout annuler",
    copyAll: "Tout copier",
    saveAll: "Tout enregistrer",
    saveAllAsPdf: "Tout enregistrer en un seul PDF",
    clear: "Effacer",
    cancel: "Annuler",
    remove: "Retirer",
    read: "Relire",
    readAll: "Relire toutes les annulées",
    cancelled: "La lecture a été annulée.",
    password: "Mot de passe",
    unlock: "Déverrouiller",
    reading: (name) => `Lecture de ${name}`,
    cancelOne: (name) => `Annuler ${name}`,
    removeOne: (name) => `Retirer ${name}`,
    dropToAdd: "Déposez pour ajouter",
    split: "Redimensionner l’image et le texte",
    splitHint:
      "Faites glisser ou utilisez les touches fléchées pour redimensionner. Double-cliquez pour réinitialiser.",
  },

  EMPTY: {
    title: "Déposez une image ici",
    titleDragging: "Déposez pour lire",
    before: "ou collez-en une avec",
    after: ", ou ouvrez un fichier.",
    formats:
      "PDF, PNG, JPEG, HEIC, TIFF et bien d’autres. Vous pouvez ajouter plusieurs fichiers ou un dossier entier.",
  },

  QUEUE: { list: "Liste des images" },

  PICTURE: {
    ignoreArea: "Exclure",
    ignoreAreaHint: "Exclure du texte le contenu de cette zone",
    ignoreHere: "De cette image",
    ignoreEverywhere: "De toutes les images de cette taille, y compris les nouvelles",
    pane: "Image",
    orText: "Image ou texte",
    page: (name, page) => `Image ${name}, page ${page}`,
    rotateLeft: "Pivoter à gauche",
    rotateRight: "Pivoter à droite",
    previousPage: "Page précédente",
    nextPage: "Page suivante",
    ofPages: (page, pages) => `${page} / ${pages}`,
    zoomOut: "Zoom arrière",
    zoomIn: "Zoom avant",
    actual: "Taille réelle",
    percent: (scale) => FORMATS.percent(scale * 100),
    fit: "Ajuster",
    copyLine: "Copier cette ligne",
    selectArea: "Sélectionner une zone",
    selectAreaHint: "Sélectionner une zone (Ctrl et glisser)",
    area: "Zone sélectionnée",
    areaHint:
      "Les touches fléchées la déplacent ; avec Maj, elles la redimensionnent. Entrée copie son texte, Échap l’efface.",
    copyArea: COUNTED.copyLines,
  },

  CODES: {
    list: "Codes QR et codes-barres",
    qr: "Code QR",
    copy: (kind) => `Copier : ${kind}`,
    alone: "Il n’y a pas de texte dans cette image, seulement ce que disent ses codes.",
  },

  TEXT: {
    redact: "Caviarder",
    redactHint:
      "Remplace par ████ les numéros de carte, IBAN, adresses e-mail et numéros de téléphone dans les copies et les fichiers. Les noms et adresses postales restent.",
    entities: (number: string) => `Liens et numéros (${number})`,
    copyEntity: "Copier un lien ou un numéro",
    pane: "Texte",
    of: (name) => `Texte de ${name}`,
    modes: "Sauts de ligne",
    copy: "Copier",
    copyLine: "Copier la ligne",
    copyAs: "Copier comme",
    page: (page) => `Page ${page}`,
    save: "Enregistrer sous",
    none: "Aucun texte n’a été trouvé dans cette image.",
    unread: {
      arabic: "Cela ressemble à de l’arabe, qui n’est pas encore lu.",
      hebrew: "Cela ressemble à de l’hébreu, qui n’est pas encore lu.",
      devanagari: "Cela ressemble à du devanagari (hindi et autres), qui n’est pas encore lu.",
      thai: "Cela ressemble à du thaï, qui n’est pas encore lu.",
      other: "Cela ressemble à une écriture qui n’est pas encore lue.",
    },
    noneHint:
      "Si l’image est sur le côté, faites-la pivoter. Sinon, essayez une copie plus grande ou plus nette.",
    stopIgnoring: "Arrêter",
    attachments: (names) => `Les fichiers joints n’ont pas été lus : ${names}.`,
    missingAfter: (page) => `Les pages après la page ${page} manquent.`,
    lowConfidenceWords: (number, keys) => `${COUNTED.uncertainWords(number)} (${keys})`,
    nextLowConfidenceWord: "Aller au mot incertain suivant",
    edited: "Modifié",
    restore: "Annuler toutes les modifications",
  },

  FOOTER: {
    menu: "Confidentialité et paramètres",
    privacy: "Rien n’a quitté cet ordinateur",
    privacyHint: "Confidentialité : voir ce que fait le programme",
  },

  NOTICE: {
    label: "Politique de confidentialité",
    text: (number) => `La politique de confidentialité a un changement mineur (version ${number}).`,
    changes: "Voir ce qui a changé",
    acknowledge: "OK",
  },

  REFUSED: {
    label: "Fichiers qui n’ont pas pu être ouverts",
    line: (name, message) => `${FORMATS.quoted(name)} : ${message}`,
    dismiss: "Masquer",
  },

  BROKEN: { title: "ImageToText n’a pas pu démarrer" },
};
