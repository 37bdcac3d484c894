// What a display that runs on its own gets from a distant Api. Everything in here is public (R-A3).
namespace Scoring.Core.Contracts;

/// <summary>Methods of the results hub (at <c>/hub/results</c>), for programs that hold a read-only key. It pushes what <see cref="IDisplayClient"/> says,
/// of all competitions and all screens.</summary>
public interface IResultsHub
{
    /// <summary>Joins, and returns everything public as it stands.</summary>
    Task<UpstreamState> Open();

    /// <summary>Says which named screens are connected to this display, whole list each time.</summary>
    Task Report(IReadOnlyList<ScreenCount> screens);

    /// <inheritdoc cref="IResultsFeed.Find"/>
    Task<IReadOnlyList<ParticipantResult>> Find(string name, string lastFour);

    /// <inheritdoc cref="IResultsFeed.Certificate"/>
    Task<CertificateStanding?> Certificate(string number);

    /// <inheritdoc cref="IResultsFeed.Printable"/>
    Task<PrintableCertificate?> Printable(string token);
}

/// <summary>All that is public: what a display keeps and shows when it is alone.</summary>
/// <param name="Competitions">The one in use first, then the newest.</param>
/// <param name="Screens">Every screen that was ever set, with what it plays.</param>
/// <param name="CertificateKeys">SubjectPublicKeyInfo by key id.</param>
public sealed record UpstreamState(
    IReadOnlyList<PublicState> Competitions, IReadOnlyList<ScreenState> Screens, IReadOnlyDictionary<string, byte[]> CertificateKeys);

/// <param name="Connections">How many connections say they are this screen.</param>
public sealed record ScreenCount(string Name, int Connections);
