"""On the page a negotiation is signed, reviewed and takes effect."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from models.records.bargaining import Contract
from models.store import Store
from tests.keyboard import type_text
from tests.ui.negotiating import (
    TODAY,
    Open,
    add,
    add_contract,
    now,
    open_page,
    press,
    row,
    shandong,
    spring,
    words_of,
)
from ui.pages.negotiation.signing import SigningDialog

__all__ = ["open_page", "shandong", "spring"]


def test_signing_registers_a_contract_and_undo_takes_it_back(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    add(
        store,
        unit=1,
        replied_on=date(2024, 3, 20),
        reply_result="1",
        drafted_on=date(2024, 3, 27),
    )
    before = store.count(Contract)
    page = open_page()
    press(qtbot, row(page, "签字"), "展开")

    press(qtbot, row(page, "签字"), "登记签字")
    dialog = page.findChild(SigningDialog)
    kind = next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "合同种类")
    kind.setFocus()
    kind.selectAll()
    type_text(kind, "综合集体合同")
    press(qtbot, dialog, "登记合同")

    made = store.find(Contract, negotiation=now(store).id)
    assert [(one.kind, one.signed_on, one.valid_to) for one in made] == [
        ("1", TODAY, date(2025, 3, 27))
    ]
    assert made[0].workers_covered == 312
    assert now(store).status == "7"
    store.undo()
    assert store.count(Contract) == before
    assert now(store).status == "5"


def test_a_contract_that_a_list_brought_is_joined(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    add(store, unit=1, replied_on=date(2024, 3, 20), reply_result="1", drafted_on=TODAY)
    before = store.count(Contract)
    with store.change("企业级合同"):
        store.save(replace(store.find(Contract, unit=1)[0], scope="1"))
    page = open_page()
    press(qtbot, row(page, "签字"), "展开")
    press(qtbot, row(page, "签字"), "登记签字")

    press(qtbot, page.findChild(SigningDialog), "登记合同")

    assert store.count(Contract) == before
    assert [one.unit for one in store.find(Contract, negotiation=now(store).id)] == [1]


def test_a_signing_without_enterprises_says_where_to_register_them(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    add(store, scope="3", unit_name="", year=2022, drafted_on=date(2022, 3, 27))
    page = open_page()
    press(qtbot, page, "只看2024年度")
    press(qtbot, row(page, "签字"), "展开")

    press(qtbot, row(page, "签字"), "登记签字")

    dialog = page.findChild(SigningDialog)
    save = next(one for one in dialog.findChildren(QPushButton) if one.text() == "登记合同")
    assert "先在“合同覆盖企业”里登记参加的企业" in words_of(dialog)
    assert not save.isEnabled()


def test_after_fifteen_days_without_objection_the_clerk_confirms(
    open_page: Open, store: Store, qtbot: QtBot
) -> None:
    case = add(store, replied_on=date(2024, 2, 1), received_on=date(2024, 2, 1), offer_on=None)
    add_contract(store, case)
    page = open_page()

    main = row(page, "生效").main_button
    assert main is not None
    assert main.text() == "确认2024-03-20生效"
    press(qtbot, row(page, "生效"), "确认2024-03-20生效")

    contract = store.find(Contract, negotiation=case.id)[0]
    assert (contract.effective_on, contract.review_result) == (date(2024, 3, 20), "3")
    assert now(store).status == "9"
    assert row(page, "公布").stage.state == "next"


def test_an_objection_asks_to_file_again(open_page: Open, store: Store, qtbot: QtBot) -> None:
    case = add(store)
    add_contract(store, case, received_on=date(2024, 3, 20))
    page = open_page()

    press(qtbot, row(page, "生效"), "今天提出异议")
    objected = now(store).status
    press(qtbot, row(page, "生效"), "今天重新报送")

    contract = store.find(Contract, negotiation=case.id)[0]
    assert objected == "24"
    assert (contract.filed_on, contract.received_on, contract.review_result) == (TODAY, None, "")
    assert row(page, "报送").stage.state == "next"
