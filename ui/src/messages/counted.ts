/** What is counted, with the forms that the plural rules ask for, and the formats of English. */
import { formatsOf } from "./format";

const { FORMATS, counter } = formatsOf("en-GB", {
  bytes: { one: "# byte", other: "# bytes" },
  quotes: ["“", "”"],
});

export { FORMATS };

export const COUNTED = {
  lines: counter({ one: "# line", other: "# lines" }),
  paragraphs: counter({ one: "# paragraph", other: "# paragraphs" }),
  areaIgnored: counter({
    one: "Left out of # picture. Undo brings the text back.",
    other: "Left out of # pictures. Undo brings the text back.",
  }),
  ignoredAreas: counter({
    one: "# area is left out of new pictures of the same size.",
    other: "# areas are left out of new pictures of the same size.",
  }),
  codes: counter({ one: "# code", other: "# codes" }),
  pages: counter({ one: "# page", other: "# pages" }),
  pictures: counter({ one: "# picture", other: "# pictures" }),
  picturesAdded: counter({ one: "# picture added.", other: "# pictures added." }),
  filesRefused: counter({
    one: "# file could not be opened.",
    other: "# files could not be opened.",
  }),
  filesSkipped: counter({
    one: "# file that is not a picture was skipped.",
    other: "# files that are not pictures were skipped.",
  }),
  textsSaved: counter({ one: "# text saved.", other: "# texts saved." }),
  picturesWithoutText: counter({
    one: "# picture has no text.",
    other: "# pictures have no text.",
  }),
  linesRead: counter({ one: "# line read.", other: "# lines read." }),
  picturesRead: counter({ one: "# picture read.", other: "# pictures read." }),
  picturesFailed: counter({
    one: "# picture could not be read.",
    other: "# pictures could not be read.",
  }),
  filesLocked: counter({
    one: "# file needs a password.",
    other: "# files need a password.",
  }),
  picturesCancelled: counter({
    one: "# picture was cancelled.",
    other: "# pictures were cancelled.",
  }),
  copyLines: counter({ one: "Copy # line", other: "Copy # lines" }),
  linesSelected: counter({
    one: "# line in this area.",
    other: "# lines in this area.",
  }),
  linesCopied: counter({ one: "# line copied.", other: "# lines copied." }),
  charactersCopied: counter({ one: "# character copied.", other: "# characters copied." }),
  replacements: counter({ one: "# place replaced.", other: "# places replaced." }),
  picturesChanged: counter({ one: "# picture was changed.", other: "# pictures were changed." }),
  words: counter({ one: "# word", other: "# words" }),
  uncertainWords: counter({ one: "Check # uncertain word", other: "Check # uncertain words" }),
  /** Where there is no room for more. */
  uncertain: counter({ one: "# uncertain", other: "# uncertain" }),
  clearRemoves: counter({
    one: "“Clear” removes it.",
    other: "“Clear” removes them.",
  }),
  picturesBeingRead: counter({
    one: "# picture is being read.",
    other: "# pictures are being read.",
  }),
  picturesUnkept: counter({
    one: "You have changed the text of # picture and neither saved nor copied it.",
    other: "You have changed the texts of # pictures and neither saved nor copied them.",
  }),
} as const;
