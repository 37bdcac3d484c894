// What an event is about, said by the event itself: whoever lists, filters or pushes events asks these and keeps no table of its own.
using Scoring.Core.Definition;

namespace Scoring.Core.Ledger;

/// <summary>An event that says which trades it is of; a trade may stand more than once.</summary>
public interface IOfTrades
{
    IEnumerable<TradeId> Trades { get; }
}

/// <summary>An event of one trade.</summary>
public interface IOfTrade : IOfTrades
{
    TradeId Trade { get; }

    IEnumerable<TradeId> IOfTrades.Trades => [Trade];
}

/// <summary>An event that says which entrants it is of, and through them which trades; some of them may be gone since.</summary>
public interface IOfEntrants
{
    IEnumerable<EntrantId> Entrants { get; }
}

/// <summary>An event of one entrant.</summary>
public interface IOfEntrant : IOfEntrants
{
    EntrantId Entrant { get; }

    IEnumerable<EntrantId> IOfEntrants.Entrants => [Entrant];
}

/// <summary>An event of a paper that says its number only: a trade's or the contest's.</summary>
public interface IOfCertificate
{
    string Number { get; }
}
