// SPDX-License-Identifier: GPL-3.0-or-later
// A ladder of 100,000 rows: CPU of one frame beside a QTableView over the same model, and of rows that arrive in lots beside a
// QStandardItemModel with its QTableView.
#include "ladder/ladder_geometry.h"
#include "ladder/ladder_view.h"
#include "models/ladder_model.h"
#include "models/theme.h"
#include "support/flow_maker.h"

#include <QApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTableView>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

namespace {

constexpr QSize frame(1600, 1000);
constexpr int transactions = 50'000; ///< a request and its answer each: 100,000 rows
constexpr int frames = 200;
constexpr int perLot = 400; ///< transactions in one batch: 10,000 a second at 25 batches a second
constexpr double frameBudget = 16.6;

double cpuMs()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

QList<sip::TraceBatch> lots()
{
    QList<sip::TraceBatch> all;
    FlowMaker maker("OPTIONS");
    for (int i = 1; i <= transactions; ++i) {
        maker.now += sip::Instant(100);
        maker.send();
        maker.receive("200 OK");
        if (i % perLot == 0)
            all << maker.takeBatch();
    }
    return all;
}

/// Frames painted in whole. \param rows  scrolled from one frame to the next: 3 as a wheel does, many as a dragged scroll bar
/// does, when every text is a new one. \return milliseconds of CPU per frame
double perFrame(QAbstractScrollArea &view, int rows, int rowHeight)
{
    QImage image(frame, QImage::Format_ARGB32_Premultiplied);
    QScrollBar *bar = view.verticalScrollBar();
    const auto paint = [&](int i) {
        bar->setValue(i * rows * rowHeight);
        view.viewport()->render(&image, {}, {}, QWidget::DrawWindowBackground);
    };
    paint(0);
    const double began = cpuMs();
    for (int i = 0; i < frames; ++i)
        paint(i);
    return (cpuMs() - began) / frames;
}

struct Arrival {
    double whole = 0, worst = 0;
    int late = 0; ///< lots whose work and repaint took longer than a frame
};

Arrival arrive(qsizetype count, const std::function<void(qsizetype)> &append)
{
    Arrival result;
    for (qsizetype i = 0; i < count; ++i) {
        const double began = cpuMs();
        append(i);
        QCoreApplication::processEvents(); // the repaint
        const double spent = cpuMs() - began;
        result.whole += spent;
        result.worst = std::max(result.worst, spent);
        result.late += spent > frameBudget;
    }
    return result;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    ui::theme::apply(app, ui::theme::Mode::Light);

    const QList<sip::TraceBatch> batches = lots();
    ui::FlowStore store;
    ui::Selection selection;
    ui::LadderModel model(store);
    ui::LadderView ladder(model, selection);
    ladder.resize(frame);
    ladder.show();
    store.remember(1, {});
    model.setIntent(1);
    const Arrival ours = arrive(batches.size(), [&](qsizetype i) { store.append(batches[i], 0); });

    QStandardItemModel items(0, 7);
    QTableView rival;
    rival.setModel(&items);
    rival.resize(frame);
    rival.show();
    const Arrival theirs = arrive(batches.size(), [&](qsizetype) {
        for (int row = 0; row < 2 * perLot; ++row) {
            QList<QStandardItem *> cells;
            for (int column = 0; column < items.columnCount(); ++column)
                cells << new QStandardItem(model.index(row, column % model.columnCount()).data().toString());
            items.appendRow(cells);
        }
        rival.scrollToBottom();
    });
    std::printf("%d rows arrive in %d lots: CPU in all, worst lot, lots longer than a frame (%.1f ms)\n", model.rowCount(),
                int(batches.size()), frameBudget);
    std::printf("  ladder          %8.1f ms %8.2f ms %4d\n", ours.whole, ours.worst, ours.late);
    std::printf("  item model      %8.1f ms %8.2f ms %4d\n", theirs.whole, theirs.worst, theirs.late);

    QTableView table;
    table.setModel(&model);
    table.verticalHeader()->hide();
    table.resize(frame);
    table.show();
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    const int ladderRow = ui::LadderGeometry::Metrics::at(1).rowHeight, tableRow = table.rowHeight(0);
    std::printf("One frame of %dx%d, CPU (target: at most 2 ms)\n", frame.width(), frame.height());
    for (const int rows : {3, 400}) {
        const double painted = perFrame(ladder, rows, ladderRow), tabled = perFrame(table, rows, tableRow);
        std::printf("  scrolled by %3d rows: ladder %6.2f ms, QTableView %6.2f ms\n", rows, painted, tabled);
        std::printf("RATIO ladder.frame_%d_vs_qtableview %.3f\n", rows, painted / tabled);
    }
    std::printf("RATIO ladder.arrival_vs_item_model %.3f\n", ours.whole / theirs.whole);
    return 0;
}
