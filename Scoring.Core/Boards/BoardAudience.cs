namespace Scoring.Core.Boards;

/// <summary>The public sees what R-A3 lets it; officials see the trade as it is, by code until it is decoded.</summary>
public enum BoardAudience { Public, Officials }
