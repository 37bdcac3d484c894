using System.Runtime.CompilerServices;
using Scoring.Api.Ledger;
using Scoring.Api.Screens;
using Scoring.Api.Shelf;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Display.Screens;

namespace Scoring.Api.Feed;

/// <summary>Public results straight from the boards of this process. Every answer has passed the public view in Core (R-A3).</summary>
public sealed class LocalResultsFeed(
    Competitions competitions, ContestCards cards, ParticipantSearch search, CertificateRegister certificates, AppealIntake appeals,
        ScreenFiles files,
    TimeProvider clock) : IResultsFeed
{
    public IReadOnlyList<CompetitionCard> Competitions
    {
        get
        {
            var used = competitions.Current;
            return
            [
                .. cards.All.Where(c => c.Id == used?.Id || !competitions.IsHidden(c.Id)).Select(c => c.Public).OfType<CompetitionCard>()
                    .OrderByDescending(c => c.Id == used?.Id).ThenByDescending(c => c.Date),
            ];
        }
    }

    public PublicState? State(CompetitionId competition) =>
        competitions.Find(competition)?.Read(state => CompetitionCards.Of(state) is { } card
            ? new PublicState(card, [.. state.TradesInOrder.Select(Pictured)], clock.GetUtcNow())
            : null);

    public async IAsyncEnumerable<IReadOnlyList<Board>> Changes([EnumeratorCancellation] CancellationToken cancel)
    {
        using var changed = new ChangedTrades(competitions);
        while (true)
        {
            await changed.Wait(cancel);
            yield return [.. changed.Take().Select(c => c.Competition.Read(state => state.Trade(c.Trade) is { } trade ? Pictured(trade) : null)).OfType<Board>()];
        }
    }

    public Task<IReadOnlyList<ParticipantResult>> Find(string name, string lastFour, CancellationToken cancel) =>
        Task.FromResult(search.Find(name, lastFour));

    public Task<CertificateStanding?> Certificate(string number, CancellationToken cancel) => Task.FromResult(certificates.Standing(number));

    public Task<PrintableCertificate?> Printable(string token, CancellationToken cancel) => Task.FromResult(certificates.Printable(token));

    public IReadOnlyList<AppealWindow> AppealWindows(CompetitionId competition) => appeals.Windows(competition);

    public Task<AppealReceipt> Appeal(OwnAppeal appeal, CancellationToken cancel) => appeals.Take(appeal, cancel);

    // Who is published by name has a face; nobody before.
    private Board Pictured(TradeState trade)
    {
        var board = trade.Public.Board();
        return board is { Final: true, View: Visibility.Named } && new EntrantPhotos(trade.Competition, files.Of(FileUse.Photos)) is { None: false } photos
            ? board with { Rows = [.. board.Rows.Select(r => trade.ByCode(r.Code) is { } entrant && photos.Of(entrant.Entrant) is { } photo ? r with { Photo = photo } : r)] }
            : board;
    }

    public IReadOnlyDictionary<string, byte[]> CertificateKeys => certificates.PublicKeys;
}
