//! What is read row by row: tables, forms, receipts, lists of messages.

use super::order;
use crate::document::Line;
use crate::layout::fixtures::{line as line_at, typed};

#[test]
fn a_receipt_is_read_across() {
    let items = ["Tea", "Black bread", "Butter 250 g", "Milk"];
    let lines = items.iter().enumerate().flat_map(|(row, item)| {
        let top = row as f32 * 26.0;
        [typed(item, 0.0, top), typed("1.99", 400.0, top + 2.0)]
    });
    assert_eq!(order(lines.collect()), "Tea 1.99 Black bread 1.99 Butter 250 g 1.99 Milk 1.99");
}

#[test]
fn a_receipt_whose_items_have_no_title_is_read_across() {
    let left = ["Folder (110 x 95 mm)", "Name badge, each", "Metal clip", "a hundred of them"];
    let left = left.iter().zip([26.0, 52.0, 92.0, 118.0]).map(|(text, top)| typed(text, 0.0, top));
    let right = ["Qty", "200", "2"].iter().zip([0.0, 26.0, 92.0]);
    let lines = left.chain(right.map(|(text, top)| typed(text, 400.0, top)));
    // An amount comes after all lines of its item, or after the one that it is level with.
    let order = order(lines.collect()).replace(" / ", " ");
    assert!(
        order.starts_with("Qty Folder (110 x 95 mm) 200 Name badge, each Metal clip"),
        "{order}"
    );
}

#[test]
fn rows_of_a_table_are_read_across() {
    let lines = (0..3).flat_map(|row| {
        (0..3).map(move |cell| {
            typed(&format!("c{row}{cell}"), cell as f32 * 150.0, row as f32 * 30.0)
        })
    });
    assert_eq!(order(lines.collect()), "c00 c01 c02 c10 c11 c12 c20 c21 c22");
}

#[test]
fn rows_of_numbers_are_read_across_though_they_fill_their_column() {
    let lines = (0..4).flat_map(|row| {
        let top = row as f32 * 40.0;
        let first = format!("r{row} Tea 318 560,42 5.7.2021");
        [typed(&first, 0.0, top), typed(&format!("code{row}"), 320.0, top)]
    });
    let order = order(lines.collect());
    assert!(order.starts_with("r0 Tea 318 560,42 5.7.2021 code0 r1"), "{order}");
}

#[test]
fn a_list_of_messages_is_read_across() {
    let lines = (0..5).flat_map(|row| {
        let top = row as f32 * 30.0;
        let subject = format!("subject{row} with words of one length");
        [
            typed(&format!("name{row}"), 0.0, top),
            typed(&subject, 160.0, top),
            typed("12:30", 900.0, top),
        ]
    });
    let order = order(lines.collect());
    assert!(order.starts_with("name0 subject0 with words of one length 12:30 name1"), "{order}");
}

#[test]
fn columns_of_a_listing_are_read_across() {
    let lines = (0..5).flat_map(|row| {
        let top = row as f32 * 26.0;
        let name = format!("-rw-r--r-- 1 user{row} users");
        [typed(&name, 0.0, top), typed("65110554 Oct 27 17:01 name.txt", 300.0, top)]
    });
    let order = order(lines.collect());
    assert!(order.starts_with("-rw-r--r-- 1 user0 users 65110554"), "{order}");
}

#[test]
fn a_form_with_buttons_below_is_read_across() {
    let mut lines: Vec<Line> = (0..5)
        .flat_map(|row| {
            let top = row as f32 * 60.0;
            [typed(&format!("label{row}"), 0.0, top), typed("value", 700.0, top)]
        })
        .collect();
    lines.extend(
        [("Import", 0.0), ("Reset", 120.0), ("Close", 240.0)]
            .map(|(text, left)| typed(text, left, 320.0)),
    );
    assert!(order(lines).starts_with("label0 value"));
}

#[test]
fn a_receipt_with_a_tall_total_is_no_card() {
    let rows = [("Tea", "1.99", 20.0), ("TOTAL", "1.99", 32.0), ("Cash", "2.00", 20.0)];
    let lines = rows.iter().enumerate().flat_map(|(row, (item, price, height))| {
        let top = row as f32 * 44.0;
        let line = |text, left| line_at(text, left, top, 60.0, *height);
        [line(item, 0.0), line(price, 400.0)]
    });
    assert_eq!(order(lines.collect()).replace(" / ", " "), "Tea 1.99 TOTAL 1.99 Cash 2.00");
}

#[test]
fn rows_of_a_slanted_table_are_read_across() {
    let mut lines: Vec<Line> = (0..4)
        .flat_map(|row| {
            let top = row as f32 * 26.0;
            [typed(&format!("label{row}"), 0.0, top), typed(&format!("value{row}"), 500.0, top)]
        })
        .collect();
    for corner in lines.iter_mut().flat_map(|line| &mut line.quad.0) {
        corner[1] += 0.08 * corner[0];
    }
    assert_eq!(order(lines), "label0 value0 label1 value1 label2 value2 label3 value3");
}

#[test]
fn two_rows_of_a_table_are_read_across() {
    let across = |rows: [[&str; 2]; 2]| {
        let lines = rows
            .iter()
            .zip([0.0, 26.0])
            .flat_map(|([left, right], top)| [typed(left, 0.0, top), typed(right, 500.0, top)]);
        order(lines.collect())
    };
    assert_eq!(across([["Total", "12.50 €"], ["Cash", "20.00 €"]]), "Total 12.50 € Cash 20.00 €");
    assert_eq!(across([["Name:", "Ada"], ["City:", "London"]]), "Name: Ada City: London");
}

#[test]
fn labels_stay_with_their_values_beside_an_address() {
    let address = ["Ada Lovelace", "12 Long Street", "1234 London", "England"];
    let address = address.iter().enumerate();
    let address = address.map(|(row, text)| typed(text, 0.0, row as f32 * 26.0));
    let pairs =
        [("Date:", "12.04.2024"), ("Number:", "4711"), ("Customer:", "99"), ("Due:", "1.5.")];
    let pairs = pairs.iter().enumerate().flat_map(|(row, (label, value))| {
        let top = row as f32 * 26.0;
        [typed(label, 500.0, top), typed(value, 640.0, top)]
    });
    let order = order(address.chain(pairs).collect()).replace(" / ", " ");
    for row in ["Date: 12.04.2024", "Number: 4711", "Customer: 99", "Due: 1.5."] {
        assert!(order.contains(row), "{order}");
    }
}

#[test]
fn tiles_are_read_one_after_the_other() {
    let tiles = [("Back", "Chapter three", 0.0), ("Next", "Chapter five", 500.0)];
    let lines = tiles
        .iter()
        .flat_map(|(link, title, left)| [typed(link, left + 20.0, 0.0), typed(title, *left, 26.0)]);
    assert_eq!(order(lines.collect()).replace(" / ", " "), "Back Chapter three Next Chapter five");
}

#[test]
fn a_prompt_below_a_table_of_a_terminal_is_a_line_of_its_own() {
    let columns = [0.0, 240.0, 320.0];
    let row = |cells: [&str; 3], top: f32| {
        cells.iter().zip(columns).map(|(cell, left)| typed(cell, left, top)).collect::<Vec<_>>()
    };
    let mut lines = row(["Filesystem", "Size", "Used"], 0.0);
    lines.extend(row(["/dev/sda1", "50G", "21G"], 26.0));
    lines.push(typed("user@pc:~$ ps", 0.0, 52.0));
    lines.extend(row(["PID TTY", "TIME", "CMD"], 78.0));
    lines.extend(row(["1187 pts/0", "12:30", "ps"], 104.0));
    lines.push(typed("user@pc:~$", 0.0, 130.0));
    let order = order(lines).replace(" / ", " ");
    assert!(order.contains("/dev/sda1 50G 21G user@pc:~$ ps PID TTY"), "{order}");
    assert!(order.ends_with("1187 pts/0 12:30 ps user@pc:~$"), "{order}");
}

#[test]
fn options_and_what_they_do_are_read_across_in_fixed_pitch() {
    let options = ["-o, --output FILE", "-l, --level N", "-q, --quiet", "--version"];
    let meanings = ["write to FILE", "from 0 to 9", "print errors only", "show it and exit"];
    let lines = options.iter().zip(meanings).enumerate().flat_map(|(row, (option, meaning))| {
        let top = 26.0 * row as f32;
        [typed(option, 0.0, top), typed(meaning, 230.0, top)]
    });
    let order = order(lines.collect()).replace(" / ", " ");
    assert!(order.starts_with("-o, --output FILE write to FILE -l, --level N from"), "{order}");
}
