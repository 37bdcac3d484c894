namespace Scoring.Api.Storage;

/// <summary>The data folder cannot be used as asked, and nothing in it was changed.</summary>
public abstract class DataRefusedException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Why, and what to do, in Chinese, for the person who started the program.</summary>
    public abstract string Explanation { get; }
}
