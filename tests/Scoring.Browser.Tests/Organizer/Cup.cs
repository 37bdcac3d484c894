namespace Scoring.Browser.Tests.Organizer;

/// <summary>The competition of the new organizer and its one trade.</summary>
internal static class Cup
{
    public const string Key = "cup-2027";
    public const string Trade = "qg";
    public const string TradeName = "钳工";
}
