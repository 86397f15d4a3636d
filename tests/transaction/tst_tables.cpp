// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/places.h"
#include "transaction/tables.h"

#include <QtTest>

using namespace sip;

class TestTables : public QObject {
    Q_OBJECT

    static QList<Machine> machines()
    {
        return {Machine::InviteClient, Machine::NonInviteClient, Machine::InviteServer, Machine::NonInviteServer};
    }

private Q_SLOTS:
    void every_row_can_be_found_and_every_state_left()
    {
        for (const Machine machine : machines()) {
            QSet<TxState> reached{initialState(machine)}, left;
            for (const TxRow &row : transactionTable(machine)) {
                QCOMPARE(findRow(machine, row.from, row.on), &row);
                QVERIFY(qstrlen(row.rule) > 0);
                reached.insert(row.to);
                if (row.to != row.from)
                    left.insert(row.from);
            }
            reached.remove(TxState::Terminated);
            QCOMPARE(left, reached); // no state is a dead end, none is out of reach
        }
    }
    void terminated_accepts_nothing()
    {
        for (const Machine machine : machines())
            for (const TxRow &row : transactionTable(machine))
                QVERIFY(row.from != TxState::Terminated);
    }
    //= R17.1.1.2-16
    void r17_1_1_2_16_what_a_state_does_not_expect_has_no_row()
    {
        QVERIFY(!findRow(Machine::InviteClient, TxState::Completed, TxInput::Receive1xx));
        QVERIFY(!findRow(Machine::InviteClient, TxState::Accepted, TxInput::ReceiveFinal));
        QVERIFY(!findRow(Machine::NonInviteClient, TxState::Completed, TxInput::Receive1xx));
        QVERIFY(!findRow(Machine::InviteClient, TxState::Calling, TxInput::TimerF));
    }
    void names_are_those_of_the_rfc()
    {
        QCOMPARE(QByteArray(stateName(TxState::Calling)), QByteArray("Calling"));
        QCOMPARE(QByteArray(stateName(TxState::Terminated)), QByteArray("Terminated"));
        QCOMPARE(timerLetter(TxInput::TimerA), 'A');
        QCOMPARE(timerLetter(TxInput::TimerM), 'M');
        QCOMPARE(timerLetter(TxInput::TimerJ), 'J');
        QCOMPARE(timerLetter(TxInput::Receive1xx), '\0');
        QCOMPARE(timerLetter(TxInput::TransportError), '\0');
        QCOMPARE(machineName(Machine::NonInviteServer), QByteArray("non-INVITE server"));
    }
    void the_stored_pictures_are_those_of_the_tables()
    {
        QFile page(places::source("resources/help/transactions.md"));
        QVERIFY2(page.open(QIODevice::ReadOnly), "resources/help/transactions.md is missing");
        const QByteArray text = page.readAll();
        for (const Machine machine : machines())
            QVERIFY2(text.contains("```mermaid\n" + mermaid(machine) + "```\n"),
                     "put this picture into resources/help/transactions.md:\n" + mermaid(machine));
    }
};
QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
