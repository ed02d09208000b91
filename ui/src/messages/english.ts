/** Everything that the window says, in English: the language that all others are translated from. */
import * as capture from "./capture";
import * as consent from "./consent";
import * as counted from "./counted";
import * as errors from "./errors";
import * as find from "./find";
import * as keys from "./keys";
import * as labels from "./labels";
import * as menus from "./menus";
import * as outcomes from "./outcomes";
import * as panels from "./panels";
import * as shortcuts from "./shortcuts";
import * as workspace from "./workspace";

export const ENGLISH = {
  ...capture,
  ...consent,
  ...counted,
  ...errors,
  ...find,
  ...keys,
  ...labels,
  ...menus,
  ...outcomes,
  ...panels,
  ...shortcuts,
  ...workspace,
};
