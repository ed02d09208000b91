//! A network's steps, read from an ONNX file. Whatever is not exactly as expected makes it none of
//! ours: `rten` runs it then.

use std::collections::HashMap;

use rten_onnx::onnx::{AttributeProto, DataType, GraphProto, NodeProto, TensorProto};

use super::convolution::{Convolution, Shape};
use super::{ConvNet, End, Step, file};

/// What a name of the graph stands for.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Meaning {
    /// Value of the network with this number, seen as `[1, channels, rows, columns]`.
    Map(usize),
    /// The same at twice the size.
    Doubled(usize),
    /// The same without its one row: `[1, channels, columns]`.
    Line(usize),
    /// `[1, columns, channels]`.
    Steps(usize),
    /// `[1, frames, classes]`.
    Frames(usize, usize),
    /// Log-probabilities, `[1, frames, classes]`.
    Scores(usize, usize),
    /// The four channels of each place as quarters, at twice the size.
    Quarters(usize),
    /// Computed of sizes; the number is the last one of them, where it is known.
    Sizes(Option<usize>),
}

/// Strides, dilations and paddings beyond this are no network's: memory is asked for by them.
const MOST: usize = 64;

/// What was understood so far.
struct Reader {
    constants: HashMap<String, TensorProto>,
    names: HashMap<String, Meaning>,
    /// How often each name is read.
    uses: HashMap<String, usize>,
    steps: Vec<Step>,
    /// Known once the last step was read.
    end: Option<End>,
}

pub(super) fn parse(bytes: &[u8]) -> Option<ConvNet> {
    let graph = file::open(bytes).ok()?.graph?;
    let ([input], [output]) = (&graph.input[..], &graph.output[..]) else { return None };
    let size = size_of(&graph)?;
    let mut uses = HashMap::new();
    for name in graph.node.iter().flat_map(|node| &node.input) {
        *uses.entry(name.clone()).or_insert(0) += 1;
    }
    let constants = graph.initializer.into_iter().filter_map(|it| Some((it.name.clone()?, it)));
    let mut reader = Reader {
        constants: constants.collect(),
        names: HashMap::from([(input.name.clone()?, Meaning::Map(0))]),
        uses,
        steps: Vec::new(),
        end: None,
    };
    let last = output.name.as_ref()?;
    for node in &graph.node {
        let [made] = &node.output[..] else { return None };
        if reader.end.is_some() {
            return None;
        }
        let meaning = reader.node(node, made == last)?;
        if let Some(meaning) = meaning {
            reader.names.insert(made.clone(), meaning);
        }
    }
    Some(ConvNet::new(size, reader.steps, reader.end?))
}

/// Height and width of the one grey picture that goes in, where they are fixed.
fn size_of(graph: &GraphProto) -> Option<[Option<usize>; 2]> {
    let shape = graph.input.first()?.r#type.as_ref()?.tensor_type.as_ref()?.shape.as_ref()?;
    let [_, channels, height, width] = &shape.dim[..] else { return None };
    let fixed = |value: Option<i64>| value.and_then(|value| usize::try_from(value).ok());
    (channels.dim_value == Some(1)).then(|| [height, width].map(|axis| fixed(axis.dim_value)))
}

impl Reader {
    /// What `node` makes, after its step is written down; `Some(None)` for a constant.
    #[expect(clippy::option_option, reason = "the outer one is for what is not known")]
    fn node(&mut self, node: &NodeProto, is_last: bool) -> Option<Option<Meaning>> {
        use Meaning::{Doubled, Frames, Line, Map, Quarters, Scores, Sizes, Steps};
        let given: Vec<Option<Meaning>> =
            node.input.iter().map(|name| self.names.get(name).copied()).collect();
        let made = match (node.op_type.as_deref()?, &given[..]) {
            ("Constant", []) => {
                let value = attribute(node, "value")?.t.clone()?;
                self.constants.insert(node.output.first()?.clone(), value);
                return Some(None);
            }
            ("Conv", [Some(Map(from)), ..]) => {
                let shape = shape(node)?;
                let layer = self.convolution(node, shape)?;
                Map(self.step(Step::Convolve { from: *from, layer }))
            }
            ("Relu", [Some(Map(value))]) => {
                self.last_convolution(*value, &node.input[0])?.cut();
                Map(*value)
            }
            ("Add", [Some(Map(a)), Some(Map(b))]) => {
                Map(self.step(Step::Add { values: [*a, *b], doubled: false }))
            }
            ("Add", [Some(Map(a)), Some(Doubled(b))] | [Some(Doubled(b)), Some(Map(a))]) => {
                Map(self.step(Step::Add { values: [*a, *b], doubled: true }))
            }
            ("Add", [None, Some(Steps(value))]) => self.bias(*value, node, [0, 1])?,
            ("Add", [Some(Steps(value)), None]) => self.bias(*value, node, [1, 0])?,
            ("Resize", [Some(Map(value)), ..]) => {
                let scales = floats(self.constants.get(node.input.get(2)?)?)?;
                let nearest = text(node, "mode") == Some("nearest")
                    && text(node, "nearest_mode") == Some("floor")
                    && text(node, "coordinate_transformation_mode") == Some("asymmetric");
                (nearest && scales == [1.0, 1.0, 2.0, 2.0]).then_some(Doubled(*value))?
            }
            ("DepthToSpace", [Some(Map(value))]) => {
                // With one channel left, both orders of the mode are the same.
                (integer(node, "blocksize") == Some(2)).then_some(Quarters(*value))?
            }
            ("Sigmoid", [Some(Quarters(value))]) if self.is_newest(*value) && is_last => {
                self.end = Some(End::Core);
                return Some(None);
            }
            ("Squeeze", [Some(Map(value)), None]) => {
                let axes = integers(self.constants.get(&node.input[1])?)?;
                (axes == [2]).then_some(Line(*value))?
            }
            ("Transpose", [Some(Line(value))]) => {
                (list(node, "perm") == [0, 2, 1]).then_some(Steps(*value))?
            }
            ("MatMul", [Some(Steps(from)), None]) => {
                let layer = self.product(&node.input[1])?;
                Steps(self.step(Step::Convolve { from: *from, layer }))
            }
            ("Shape", [Some(Steps(_))]) | ("Gather" | "Unsqueeze", [Some(Sizes(_)), None]) => {
                Sizes(None)
            }
            ("Concat", [Some(Sizes(_)), ..]) => {
                let last = integers(self.constants.get(node.input.last()?)?)?;
                Sizes(last.last().and_then(|&size| usize::try_from(size).ok()))
            }
            ("Reshape", [Some(Steps(value)), Some(Sizes(Some(classes)))]) if *classes > 0 => {
                Frames(*value, *classes)
            }
            ("Cast", [Some(Frames(value, classes))]) => Frames(*value, *classes),
            ("LogSoftmax", [Some(Frames(value, classes))]) => {
                (integer(node, "axis") == Some(2)).then_some(Scores(*value, *classes))?
            }
            ("Transpose", [Some(Scores(value, classes))])
                if self.is_newest(*value) && is_last && list(node, "perm") == [1, 0, 2] =>
            {
                self.end = Some(End::Frames { classes: *classes });
                return Some(None);
            }
            _ => return None,
        };
        Some(Some(made))
    }

    /// Writes a step down; the number of the value that it makes.
    fn step(&mut self, step: Step) -> usize {
        self.steps.push(step);
        self.steps.len()
    }

    fn is_newest(&self, value: usize) -> bool {
        value == self.steps.len()
    }

    /// The convolution that made `value`, known as `name`, if nothing else read it and nothing came after.
    fn last_convolution(&mut self, value: usize, name: &str) -> Option<&mut Convolution> {
        let alone = self.uses.get(name) == Some(&1) && self.is_newest(value);
        match self.steps.last_mut() {
            Some(Step::Convolve { layer, .. }) if alone => Some(layer),
            _ => None,
        }
    }

    /// Adds a constant to the product of matrices that made `value`; `order` says which of the two
    /// things that `node` adds is the constant, and which the value.
    fn bias(&mut self, value: usize, node: &NodeProto, order: [usize; 2]) -> Option<Meaning> {
        let bias = floats(self.constants.get(&node.input[order[0]])?)?;
        let layer = self.last_convolution(value, &node.input[order[1]])?;
        layer.add_bias(&bias).then_some(Meaning::Steps(value))
    }

    fn convolution(&self, node: &NodeProto, shape: Shape) -> Option<Convolution> {
        let weights = self.constants.get(node.input.get(1)?)?;
        let [outputs, inputs, rows, columns] = dimensions(weights)?[..] else { return None };
        let bias = match node.input.get(2) {
            Some(name) => floats(self.constants.get(name)?)?,
            None => vec![0.0; outputs],
        };
        let fits = [rows, columns] == shape.kernel && bias.len() == outputs;
        fits.then(|| Convolution::new(shape, &floats(weights)?, bias, inputs))?
    }

    /// A product of matrices as a convolution that sees one place.
    fn product(&self, name: &str) -> Option<Convolution> {
        let matrix = self.constants.get(name)?;
        let [inputs, outputs] = dimensions(matrix)?[..] else { return None };
        let values = floats(matrix)?;
        let turned: Vec<f32> = (0..outputs)
            .flat_map(|output| values.iter().skip(output).step_by(outputs).copied())
            .collect();
        Convolution::new(Shape::POINT, &turned, vec![0.0; outputs], inputs)
    }
}

/// The shape of a convolution with the same padding on both sides.
fn shape(node: &NodeProto) -> Option<Shape> {
    let number = |value| usize::try_from(value).ok().filter(|&value| value <= MOST);
    let pair = |name, usual| match list(node, name)[..] {
        [] => Some([usual; 2]),
        [rows, columns] => Some([number(rows)?, number(columns)?]),
        _ => None,
    };
    let [top, left, bottom, right] = list(node, "pads")[..] else { return None };
    let is_plain =
        integer(node, "group").unwrap_or(1) == 1 && attribute(node, "auto_pad").is_none();
    if !is_plain || [top, left] != [bottom, right] {
        return None;
    }
    Some(Shape {
        kernel: pair("kernel_shape", 0)?,
        stride: pair("strides", 1)?,
        padding: [number(top)?, number(left)?],
        dilation: pair("dilations", 1)?,
    })
}

fn attribute<'a>(node: &'a NodeProto, name: &str) -> Option<&'a AttributeProto> {
    node.attribute.iter().find(|attribute| attribute.name.as_deref() == Some(name))
}

fn integer(node: &NodeProto, name: &str) -> Option<i64> {
    attribute(node, name)?.i
}

fn text<'a>(node: &'a NodeProto, name: &str) -> Option<&'a str> {
    attribute(node, name)?.s.as_deref()
}

fn list(node: &NodeProto, name: &str) -> Vec<i64> {
    attribute(node, name).map(|attribute| attribute.ints.clone()).unwrap_or_default()
}

fn dimensions(tensor: &TensorProto) -> Option<Vec<usize>> {
    tensor.dims.iter().map(|&length| usize::try_from(length).ok()).collect()
}

fn floats(tensor: &TensorProto) -> Option<Vec<f32>> {
    if tensor.data_type != Some(DataType::FLOAT) {
        return None;
    }
    let Some(raw) = &tensor.raw_data else { return Some(tensor.float_data.clone()) };
    Some(raw.borrow().as_chunks().0.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect())
}

fn integers(tensor: &TensorProto) -> Option<Vec<i64>> {
    if tensor.data_type != Some(DataType::INT64) {
        return None;
    }
    let Some(raw) = &tensor.raw_data else { return Some(tensor.int64_data.clone()) };
    Some(raw.borrow().as_chunks().0.iter().map(|&bytes| i64::from_le_bytes(bytes)).collect())
}
