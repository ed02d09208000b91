/**
 * Every word that people read in the window, ready to be translated; a test keeps words out of all
 * other files. Nothing here comes from a picture.
 */
export * from "./messages/capture";
export * from "./messages/consent";
export * from "./messages/errors";
export * from "./messages/format";
export * from "./messages/labels";
export * from "./messages/outcomes";
export * from "./messages/panels";
export * from "./messages/shortcuts";
export * from "./messages/workspace";
