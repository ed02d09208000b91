//! A network's steps, read from an ONNX file. Whatever is not exactly as expected makes it none of
//! ours: `rten` runs it then.

mod fields;

use std::collections::HashMap;

use rten_onnx::onnx::{DataType, GraphProto, NodeProto, TensorProto};

use super::layer::{Layer, Parts, Shape};
use super::map::GREY;
use super::{ConvNet, End, Step, file};
use fields::{attribute, bytes, dimensions, floats, integer, integers, list, text};

/// What a name of the graph stands for. Values of the network go by their number, and come with the
/// size of their steps.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Meaning {
    /// The picture as it comes.
    Picture,
    /// A value in whole steps.
    Levels(usize, f32),
    /// A value, seen as `[1, channels, rows, columns]`.
    Map(usize, f32),
    /// The same at twice the size.
    Doubled(usize, f32),
    /// The sum of two values, which may be more than there are steps.
    Sum(usize, f32),
    /// What the convolution with this number makes, before it is brought to whole steps.
    Made(usize),
    /// The same without its one row: `[1, channels, columns]`.
    Line(usize),
    /// `[1, columns, channels]`.
    Places(usize),
    /// `[1, frames, classes]`; then log-probabilities of the same shape.
    Frames(usize, usize),
    Scores(usize, usize),
    /// The four channels of each place as quarters, at twice the size.
    Quarters(usize),
}

/// Strides, dilations and paddings beyond this are no network's: memory is asked for by them.
const MOST: usize = 64;

/// What was understood so far.
#[derive(Default)]
struct Reader {
    constants: HashMap<String, TensorProto>,
    names: HashMap<String, Meaning>,
    /// Names of weights: where their whole numbers are, and the size of the steps of each output.
    weights: HashMap<String, (String, Vec<f32>)>,
    steps: Vec<Step>,
    convolutions: usize,
    /// The newest convolution, as long as nobody has told what becomes of its outputs.
    open: Option<Convolution>,
    /// Known once the last step was read.
    end: Option<End>,
}

/// A convolution whose outputs are not in whole steps yet.
struct Convolution {
    from: usize,
    /// Steps of what it reads, and the level at which 0 is.
    step: f32,
    zero: u8,
    shape: Shape,
    weights: Vec<i8>,
    /// Of the weights of each output.
    steps: Vec<f32>,
    bias: Vec<f32>,
}

pub(super) fn parse(bytes: &[u8]) -> Option<ConvNet> {
    let graph = file::open(bytes).ok()?.graph?;
    let ([input], [output]) = (&graph.input[..], &graph.output[..]) else { return None };
    let size = size_of(&graph)?;
    let constants = graph.initializer.into_iter().filter_map(|it| Some((it.name.clone()?, it)));
    let mut reader = Reader {
        constants: constants.collect(),
        names: HashMap::from([(input.name.clone()?, Meaning::Picture)]),
        ..Reader::default()
    };
    let last = output.name.as_ref()?;
    for node in &graph.node {
        let [made] = &node.output[..] else { return None };
        if reader.end.is_some() {
            return None;
        }
        if let Some(meaning) = reader.node(node, made == last)? {
            reader.names.insert(made.clone(), meaning);
        }
    }
    let end = reader.end?;
    let last = reader.open.take()?;
    let fits = match end {
        End::Core => last.bias.len() == 4,
        End::Frames { classes } => last.bias.len().is_multiple_of(classes),
    };
    // What the last layer reads is what the last step made.
    (fits && last.from == reader.steps.len())
        .then(|| Some(ConvNet::new(size, reader.steps, last.layer(1.0)?, end)))?
}

/// Height and width of the one grey picture that goes in, where they are fixed.
fn size_of(graph: &GraphProto) -> Option<[Option<usize>; 2]> {
    let shape = graph.input.first()?.r#type.as_ref()?.tensor_type.as_ref()?.shape.as_ref()?;
    let [_, channels, height, width] = &shape.dim[..] else { return None };
    let fixed = |value: Option<i64>| value.and_then(|value| usize::try_from(value).ok());
    (channels.dim_value == Some(1)).then(|| [height, width].map(|axis| fixed(axis.dim_value)))
}

impl Reader {
    /// What `node` makes, after its step is written down; `Some(None)` for weights and the end.
    #[expect(clippy::option_option, reason = "the outer one is for what is not known")]
    fn node(&mut self, node: &NodeProto, is_last: bool) -> Option<Option<Meaning>> {
        use Meaning::{
            Doubled, Frames, Levels, Line, Made, Map, Picture, Places, Quarters, Scores, Sum,
        };
        let given: Vec<Option<Meaning>> =
            node.input.iter().map(|name| self.names.get(name).copied()).collect();
        let made = match (node.op_type.as_deref()?, &given[..]) {
            ("DequantizeLinear", [None, None]) if integer(node, "axis") == Some(0) => {
                let steps = floats(self.constant(node, 1)?)?;
                let name = node.output.first()?.clone();
                self.weights.insert(name, (node.input[0].clone(), steps));
                return Some(None);
            }
            ("QuantizeLinear", [Some(from), ..]) => {
                let step = self.step_size(node, *from == Picture)?;
                match *from {
                    Picture => Levels(0, step),
                    Sum(value, of) if same(of, step) => Levels(value, step),
                    Made(index) => Levels(self.rounded(index, step)?, step),
                    _ => return None,
                }
            }
            ("DequantizeLinear", [Some(Levels(value, of)), ..]) => {
                let step = self.step_size(node, *value == 0)?;
                same(*of, step).then_some(Map(*value, step))?
            }
            ("Conv", [Some(Map(from, step)), None, None]) => {
                self.open = Some(self.convolution(node, *from, *step)?);
                self.convolutions += 1;
                Made(self.convolutions)
            }
            ("Add", [Some(Map(a, step)), Some(Map(b, other))]) if same(*step, *other) => {
                Sum(self.step(Step::Add { values: [*a, *b], doubled: false })?, *step)
            }
            ("Add", [Some(Map(a, step)), Some(Doubled(b, other))]) if same(*step, *other) => {
                Sum(self.step(Step::Add { values: [*a, *b], doubled: true })?, *step)
            }
            ("Resize", [Some(Map(value, step)), ..]) => {
                let nearest = text(node, "mode") == Some("nearest")
                    && text(node, "nearest_mode") == Some("floor")
                    && text(node, "coordinate_transformation_mode") == Some("asymmetric");
                let scales = floats(self.constant(node, 2)?)?;
                (nearest && scales == [1.0, 1.0, 2.0, 2.0]).then_some(Doubled(*value, *step))?
            }
            ("DepthToSpace", [Some(Made(index))]) => {
                // With one channel left, both orders of the mode are the same.
                (integer(node, "blocksize") == Some(2)).then_some(Quarters(*index))?
            }
            ("Squeeze", [Some(Made(index)), None]) => {
                (integers(self.constant(node, 1)?)? == [2]).then_some(Line(*index))?
            }
            ("Transpose", [Some(Line(index))]) => {
                (list(node, "perm") == [0, 2, 1]).then_some(Places(*index))?
            }
            ("Reshape", [Some(Places(index)), None]) => {
                let [1, -1, classes] = integers(self.constant(node, 1)?)?[..] else { return None };
                Frames(*index, usize::try_from(classes).ok().filter(|&classes| classes > 0)?)
            }
            ("LogSoftmax", [Some(Frames(index, classes))]) => {
                (integer(node, "axis") == Some(2)).then_some(Scores(*index, *classes))?
            }
            ("Sigmoid", [Some(Quarters(index))]) if is_last && *index == self.convolutions => {
                self.end = Some(End::Core);
                return Some(None);
            }
            ("Transpose", [Some(Scores(index, classes))])
                if is_last && *index == self.convolutions && list(node, "perm") == [1, 0, 2] =>
            {
                self.end = Some(End::Frames { classes: *classes });
                return Some(None);
            }
            _ => return None,
        };
        Some(Some(made))
    }

    fn constant(&self, node: &NodeProto, input: usize) -> Option<&TensorProto> {
        self.constants.get(node.input.get(input)?)
    }

    /// The size of the steps that `node` goes to or comes from; `shifted` if they are those of a picture,
    /// 1/254 each, of which the middle one is 0.
    fn step_size(&self, node: &NodeProto, shifted: bool) -> Option<f32> {
        let [step] = floats(self.constant(node, 1)?)?[..] else { return None };
        let [zero] = bytes(self.constant(node, 2)?, DataType::UINT8)?[..] else { return None };
        let fits = step.is_normal()
            && step > 0.0
            && zero == if shifted { GREY } else { 0 }
            && (!shifted || same(step, 0.5 / f32::from(GREY)));
        fits.then_some(step)
    }

    /// Writes a step down, unless a convolution waits; the number of the value that it makes.
    fn step(&mut self, step: Step) -> Option<usize> {
        self.steps.push(step);
        self.open.is_none().then_some(self.steps.len())
    }

    /// Brings the outputs of the convolution with the number `index` to whole steps of this size.
    fn rounded(&mut self, index: usize, step: f32) -> Option<usize> {
        let open = self.open.take().filter(|_| index == self.convolutions)?;
        let layer = Box::new(open.layer(step)?);
        self.step(Step::Convolve { from: open.from, layer })
    }

    fn convolution(&self, node: &NodeProto, from: usize, step: f32) -> Option<Convolution> {
        let (name, steps) = self.weights.get(node.input.get(1)?)?;
        let tensor = self.constants.get(name)?;
        let weights = bytes(tensor, DataType::INT8)?.iter().map(|&it| it.cast_signed()).collect();
        let [outputs, _, rows, columns] = dimensions(tensor)?[..] else { return None };
        let bias = floats(self.constant(node, 2)?)?;
        let shape = shape(node)?;
        let fits = [rows, columns] == shape.kernel
            && [bias.len(), steps.len()] == [outputs; 2]
            && self.open.is_none();
        let zero = if from == 0 { GREY } else { 0 };
        let steps = steps.clone();
        fits.then_some(Convolution { from, step, zero, shape, weights, steps, bias })
    }
}

impl Convolution {
    /// The layer whose outputs come in steps of this size.
    fn layer(&self, step: f32) -> Option<Layer> {
        let outputs = self.bias.len();
        let scales: Vec<f32> = self.steps.iter().map(|of| of * self.step / step).collect();
        let weights = self.weights.chunks_exact((self.weights.len() / outputs.max(1)).max(1));
        // What the level of 0 adds to each sum does not belong there.
        let extra = weights.map(|weights| {
            f32::from(self.zero) * weights.iter().copied().map(f32::from).sum::<f32>()
        });
        let biases: Vec<f32> = self
            .bias
            .iter()
            .zip(extra)
            .zip(&scales)
            .map(|((bias, extra), scale)| bias / step - extra * scale)
            .collect();
        let [tall, wide] = self.shape.kernel;
        Layer::new(&Parts {
            shape: self.shape,
            inputs: self.weights.len() / (outputs * tall * wide).max(1),
            weights: &self.weights,
            scales: &scales,
            biases: &biases,
        })
    }
}

/// Whether two steps are of the same size; they are copies of one number.
fn same(a: f32, b: f32) -> bool {
    a.to_bits() == b.to_bits()
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
