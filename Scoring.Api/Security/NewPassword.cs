using System.Security.Cryptography;

namespace Scoring.Api.Security;

public static class NewPassword
{
    // No letters or digits that are mistaken for each other when read off paper.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int FewestDifferent = 5;

    /// <summary>What is wrong with a password somebody chose; null: nothing.</summary>
    public static string? Fault(string? password, string? again) =>
        password is null || password.Length < Accounts.ShortestPassword ? $"密码至少 {Accounts.ShortestPassword} 位。"
        : password.Distinct().Count() < FewestDifferent ? $"密码太简单，请至少用 {FewestDifferent} 个不同的字符。"
        : password != again ? "两次输入的密码不一样，请重新输入。"
        : null;

    /// <summary>Twelve characters in three groups, about 59 bits.</summary>
    public static string Generate()
    {
        var text = RandomNumberGenerator.GetString(Letters, 12);
        return $"{text[..4]}-{text[4..8]}-{text[8..]}";
    }
}
